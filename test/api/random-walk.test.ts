import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { prepare, stopping, type Content } from '../../src/assessment/content.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { MINUTE, SECOND } from '../fixture/time.ts'
import { advice } from './advice-shape.ts'
import { anyAnswer, drawFrom, type Draw } from './chance.ts'
import { begin, client, viewIn, type Client } from './client.ts'
import * as shapes from './shapes.ts'

const WALKS = 40
/** More than most people choose at once; together the walks come by every topic. */
const MOST_TOPICS = 8
/** More than anybody is asked, with every topic chosen. */
const LONGEST = 400

let service: TestApp
let api: Client
let content: Content
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
  content = prepare(service.library)
})
afterAll(() => service.close())

/** One person who answers anything, changes their mind, stops, goes on, and sends stale answers from another tab. */
class Wanderer {
  urgent = 0
  readonly #draw: Draw
  readonly #topics: readonly string[]
  #path = ''
  #view!: shapes.View
  #facts: Facts = {}
  /** Rules whose action was in front of the person while they held. */
  #seen = new Set<string>()

  constructor(draw: Draw, topics: readonly string[]) {
    this.#draw = draw
    this.#topics = topics
  }

  /** Gives the number of steps to the end. */
  async walk(): Promise<number> {
    const begun = await begin(api)
    this.#path = begun.path
    this.#view = begun.view
    for (let steps = 0; steps < LONGEST; steps++) {
      await this.#check()
      if (this.#view.kind === 'advice' && this.#view.progress.leastLeft === 0) return steps
      await this.#step()
    }
    throw new Error(`no end after ${LONGEST} steps`)
  }

  /** By the answers themselves, every raised rule is in the advice, and one that was never shown is shown now. */
  async #check(): Promise<void> {
    const { answers } = shapes.looked.parse((await api.get(this.#path)).body)
    this.#facts = Object.fromEntries(answers.map((line) => [line.question, line.answer]))
    const raised = stopping(content, 'default', this.#facts).map((rule) => rule.id)
    // A rule that has gone and comes again is to be shown again.
    this.#seen = new Set(raised.filter((rule) => this.#seen.has(rule)))
    if (raised.length === 0) return expect(this.#view.kind).not.toBe('urgent')
    const told = advice.parse((await api.get(`${this.#path}/advice`)).body)
    expect(told.urgent.map((line) => line.rule)).toEqual(expect.arrayContaining(raised))
    if (this.#view.kind === 'urgent') expect(raised).toContain(this.#view.urgent.rule)
    else
      expect(
        raised.filter((rule) => !this.#seen.has(rule)),
        'raised and never shown',
      ).toEqual([])
  }

  async #step(): Promise<void> {
    const view = this.#view
    const chance = this.#draw(12)
    if (chance === 0) await this.#tryStale()
    if (view.kind === 'urgent') return this.#heed()
    if (view.kind === 'advice') return this.#post('continue', {})
    if (chance === 1) return this.#post('finish', {})
    if (chance === 2) return this.#change()
    const { question } = view
    const answer = question.id === 'topics' ? this.#topics : anyAnswer(question, service.library, this.#draw)
    return this.#post('answers', { question: question.id, answer })
  }

  async #heed(): Promise<void> {
    this.urgent++
    for (const rule of stopping(content, 'default', this.#facts)) this.#seen.add(rule.id)
    await this.#post('continue', {})
  }

  async #change(): Promise<void> {
    const asked = Object.keys(this.#facts)
    const question = asked[this.#draw(asked.length)]
    if (!question) return
    const { options } = service.library.questions[question]!
    const answer = options.length > 0 ? options[this.#draw(options.length)]!.id : this.#facts[question]
    await this.#post('answers', { question, answer })
  }

  async #tryStale(): Promise<void> {
    const stale = { seq: this.#view.seq + 1 + this.#draw(3), question: 'who', answer: 'me' }
    const reply = await api.post(`${this.#path}/answers`, stale)
    expect(reply.status).toBe(409)
    expect(viewIn(reply)).toEqual(this.#view)
  }

  async #post(step: string, body: object): Promise<void> {
    service.clock.pass(SECOND)
    const reply = await api.post(`${this.#path}/${step}`, { seq: this.#view.seq, ...body })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    this.#view = viewIn(reply)
  }
}

test(
  `${WALKS} random walks over all topics: never a 5xx, always an end, and no urgent action is missed`,
  { timeout: 180_000 },
  async () => {
    const topics = service.library.topics.map((topic) => topic.id)
    const walked = new Set<string>()
    const steps: number[] = []
    let urgent = 0
    const seeds = fc.array(fc.nat(100_000), { minLength: 12, maxLength: 40 })
    const wandering = fc.asyncProperty(
      seeds,
      fc.shuffledSubarray(topics, { minLength: 1, maxLength: MOST_TOPICS }),
      async (seeds, chosen) => {
        service.clock.pass(10 * MINUTE)
        const wanderer = new Wanderer(drawFrom(seeds), chosen)
        steps.push(await wanderer.walk())
        urgent += wanderer.urgent
        for (const topic of chosen) walked.add(topic)
      },
    )
    await fc.assert(wandering, { numRuns: WALKS, seed: 20261121 })
    expect([...walked].toSorted()).toEqual(topics.toSorted())
    expect(urgent).toBeGreaterThan(0)
    expect(service.lines.filter((line) => line.status >= 500)).toEqual([])
    expect(service.reported).toEqual([])
    const all = steps.reduce((sum, n) => sum + n, 0)
    console.log(`${WALKS} walks, ${all} steps, the longest ${Math.max(...steps)}; ${urgent} urgent actions shown`)
  },
)
