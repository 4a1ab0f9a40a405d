import { expect } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import type { Journey } from './journeys.ts'

const bath: Facts = {
  who: 'me',
  age: '65-79',
  change: 'months',
  lives: 'alone',
  helpers: 'nobody',
  topics: ['bath'],
  'bath-hard': ['over', 'up'],
  sitbal: 'yes',
  'bath-legs': 'both',
  'bath-shape': 'steel',
  'bath-rims': 'yes',
  memory: 'yes',
  blackouts: 'no',
  'hip-rules': 'no',
  weight: 'under-100',
}

/** People who change their mind, come back another day, or take everything back. */
export const returning: readonly Journey[] = [
  {
    name: 'Ada sees the advice, finds that she sits less well than she said, and then that she was right',
    needs: ['amend'],
    async travel(way) {
      await way.begin()
      await way.until('advice', bath)
      await way.says(['bath-board'])
      await way.scenario.change('sitbal', 'no')
      await way.until('advice', bath)
      await way.says(['bath-basin'], ['bath-board'])
      await way.warnsOf(['bath-board'])
      const met = way.met.length
      way.at(await way.scenario.change('sitbal', 'yes'), 'advice')
      expect(way.met.length, 'her other answers came back with the path').toBe(met + 1)
      await way.says(['bath-board'], ['bath-basin'])
    },
  },
  {
    name: 'Bob adds a topic once he has seen the advice',
    needs: ['amend'],
    async travel(way) {
      await way.begin()
      await way.until('advice', bath)
      way.at(await way.scenario.change('topics', ['bath', 'stairs']), 'stairs-how')
      await way.until('advice', { ...bath, 'stairs-how': 'slow', 'stairs-hard': ['carry'], 'stairs-rails': 'one' })
      await way.says(['bath-board', 'second-stair-rail'])
      expect(way.met.filter((question) => question === 'falls').length).toBeLessThanOrEqual(1)
    },
  },
  {
    name: 'May stops for the day and opens her answers on another device, typing the code as she wrote it down',
    needs: ['reopen'],
    async travel(way) {
      await way.begin()
      await way.until('bath-shape', bath)
      const code = await way.scenario.code()
      way.at(await way.scenario.resume('00000-00000'), 'gone')
      way.at(
        await way.scenario.resume(
          ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `,
        ),
        'bath-shape',
      )
      await way.until('advice', bath)
      await way.says(['bath-board'])
    },
  },
  {
    name: 'Joe deletes his answers: nothing can open them again',
    needs: ['erase', 'reopen'],
    async travel(way) {
      await way.begin()
      await way.until('bath-shape', bath)
      const code = await way.scenario.code()
      await way.scenario.erase()
      way.at(await way.scenario.see(), 'gone')
      way.at(await way.scenario.resume(code), 'gone')
    },
  },
  {
    name: 'Eve of Lancashire gives a postcode in Scotland, one that two councils share, and then one that is clear',
    needs: ['pack'],
    async travel(way) {
      await way.begin('lancashire')
      await way.until('place', bath)
      for (const [postcode, words] of [
        ['EH1 1AA', /England only/],
        ['BB1 1AA', /More than one council/],
        ['ZZ99', /cannot find that postcode/],
      ] as const) {
        const seen = await way.scenario.answer({ postcode })
        way.at(seen, 'place')
        expect(seen.refused).toMatch(words)
      }
      way.at(await way.scenario.answer({ postcode: 'bb4' }), 'advice')
      await way.says(['bath-board'])
    },
  },
]
