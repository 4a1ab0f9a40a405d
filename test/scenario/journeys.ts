import { expect } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import type { Ability } from './scenario.ts'
import type { Way } from './way.ts'

/** One person's way through, with what they must meet whatever channel they use. */
export interface Journey {
  readonly name: string
  /** What a channel must offer for it. */
  readonly needs?: readonly Ability[]
  travel(way: Way): Promise<void>
}

const self: Facts = { who: 'me', age: '65-79', change: 'months', lives: 'alone', helpers: 'nobody' }
const carer: Facts = {
  who: 'carer',
  'carer-age': 'adult',
  consent: 'yes',
  age: '80-plus',
  change: 'months',
  helpers: 'family',
}

const bath: Facts = {
  ...self,
  topics: ['bath'],
  'bath-wish': 'soak',
  'bath-hard': ['over', 'up'],
  sitbal: 'yes',
  'bath-legs': 'both',
  'bath-shape': 'steel',
  'bath-rims': 'yes',
  'bath-stuck': 'no',
  memory: 'yes',
  blackouts: 'no',
  'hip-rules': 'no',
  weight: 'under-100',
}

const stairs: Facts = {
  ...self,
  topics: ['stairs'],
  'stairs-how': 'slow',
  'stairs-hard': ['up', 'carry'],
  'stairs-fall': 'none',
  'stairs-rails': 'one',
  walk: 'free',
  tenure: 'own',
}

const fall: Facts = {
  ...self,
  topics: ['fall'],
  falls: 'one',
  'fall-what': ['trip'],
  'fall-hurt': ['head'],
  thinners: 'yes',
  'fall-recent': 'well',
  'fall-up': 'alone',
}

export const journeys: readonly Journey[] = [
  {
    name: 'Ada, 78, wants a soak and cannot get over the side of the bath',
    async travel(way) {
      await way.begin()
      await way.until('advice', bath)
      await way.says(['bath-board', 'grab-rail', 'bath-mat-nonslip', 'bath-routine'])
      await way.warnsOf(['suction-rail'])
      await way.urges([])
    },
  },
  {
    name: 'Tom, 70, carries the washing up a stair with one rail',
    async travel(way) {
      await way.begin()
      await way.until('advice', stairs)
      await way.says(['second-stair-rail', 'stairs-hands-free', 'stairs-one-step'], ['stairlift', 'through-floor-lift'])
    },
  },
  {
    name: 'Rose, 75, knocked her head last week and takes a blood thinner',
    async travel(way) {
      await way.begin()
      await way.until('urgent', fall)
      way.at(await way.scenario.see(), 'urgent')
      await way.scenario.carryOn()
      await way.until('advice', fall)
      await way.urges(['M4', 'X11'])
      await way.says(['fall-trip'])
    },
  },
  {
    name: 'Sam has chest pain while he answers',
    async travel(way) {
      await way.begin()
      await way.until('urgent', { ...bath, 'red-now': ['chest'] })
      const seen = await way.scenario.see()
      expect(seen).toMatchObject({ kind: 'urgent', action: expect.stringMatching(/^Call 999 now/) })
      await way.urges(['M2'])
      expect((await way.scenario.advice()).items, 'nothing else is advised meanwhile').toEqual([])
      await way.scenario.carryOn()
      await way.until('advice', bath)
      await way.urges(['M2'])
      await way.says(['bath-board'])
    },
  },
  {
    name: 'Jean lifts her mother, is tired, and can go on for some weeks',
    async travel(way) {
      await way.begin()
      await way.until('advice', {
        ...carer,
        topics: ['bath'],
        'caring-lift': 'some',
        'caring-strain': ['sleep', 'own'],
        'caring-go-on': 'weeks',
        'caring-afraid': 'no',
      })
      await way.says(['caring-lift-stop', 'caring-ot', 'caring-weeks', 'caring-assessment'], ['mobile-hoist'])
    },
  },
  {
    name: 'Daughter of a woman with dementia, a gas cooker and burnt pans',
    async travel(way) {
      const answers: Facts = {
        ...carer,
        topics: ['dementia'],
        lives: 'alone',
        'dementia-hard': ['cooking'],
        'dementia-known': 'yes',
        memory: 'sometimes',
        'dementia-safe': ['often'],
        'dementia-cooker': 'gas',
        'dementia-drives': 'no',
        'dementia-agree': 'yes',
      }
      await way.begin()
      await way.until('urgent', answers)
      await way.scenario.carryOn()
      await way.until('advice', answers)
      await way.urges(['H3', 'H3-council'])
      await way.says(['dementia-cooking-now', 'cooker-isolation-valve-gas', 'dementia-gas-network'], ['hob-shutoff'])
      await way.warnsOf(['hob-shutoff'])
    },
  },
  {
    name: 'A child who looks after a parent is spoken to as a child, and asked little',
    async travel(way) {
      await way.begin()
      await way.until('urgent', { who: 'carer', 'carer-age': 'child' })
      way.at(await way.scenario.carryOn(), 'advice')
      expect(way.met).toEqual(['who', 'carer-age', 'red-now', 'urgent', 'advice'])
      await way.urges(['G10-young-carer'])
      await way.says(
        ['carer-child-talk', 'carer-child-rights', 'carer-child-danger'],
        ['caring-assessment', 'carer-minor'],
      )
    },
  },
  {
    name: 'Someone of 16 who answers for themselves',
    async travel(way) {
      await way.begin()
      await way.until('urgent', { who: 'me', age: 'under-18' })
      way.at(await way.scenario.carryOn(), 'advice')
      expect(way.met).toEqual(['who', 'age', 'red-now', 'urgent', 'advice'])
      await way.urges(['G10-young'])
      await way.says(['carer-child-talk', 'carer-child-rights'], ['caring-assessment', 'carer-you-help'])
    },
  },
  {
    name: 'Three topics that share questions: each is asked once',
    async travel(way) {
      await way.begin()
      const toilet: Facts = { 'toilet-hard': ['up'], 'toilet-hold': 'both' }
      const walking: Facts = { 'walk-hard': ['steady'], 'walk-support': 'touch', grip: 'good' }
      await way.until('advice', {
        ...bath,
        ...stairs,
        ...walking,
        ...toilet,
        falls: 'one',
        topics: ['bath', 'toilet', 'stairs', 'walking'],
      })
      expect(way.met.length).toBe(new Set(way.met).size)
      expect(way.met).toEqual(expect.arrayContaining(['sitbal', 'walk', 'falls', 'memory']))
      await way.says(['bath-board', 'second-stair-rail'])
    },
  },
  {
    name: 'Ali is not sure of anything: nothing is suggested that could harm him',
    async travel(way) {
      await way.begin()
      await way.until('advice', { topics: ['bath', 'stairs', 'toilet'], 'bath-hard': ['over', 'down', 'up'] })
      await way.says(['bath-routine'], ['bath-board', 'stairlift', 'raised-toilet-seat', 'bath-step'])
    },
  },
  {
    name: 'Mary stops early, reads the advice so far, and goes on',
    async travel(way) {
      await way.begin()
      await way.until('sitbal', bath)
      way.at(await way.scenario.finish(), 'advice')
      await way.says(['bath-routine', 'bath-mat-nonslip'], ['bath-board'])
      way.at(await way.scenario.carryOn(), 'sitbal')
      await way.until('advice', bath)
      await way.says(['bath-board'])
    },
  },
  {
    name: 'Ken goes back a few questions and comes to where he was',
    async travel(way) {
      await way.begin()
      await way.until('bath-legs', bath)
      way.at(await way.scenario.change('bath-wish', 'clean'), 'bath-legs')
      await way.until('advice', bath)
      await way.says(['bath-board', 'bath-basin'])
    },
  },
]
