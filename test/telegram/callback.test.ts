import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/content/library.ts'
import { read, readFound, readHelped, write, writeFound, writeHelped, type Act } from '../../src/telegram/callback.ts'
import { bundle } from '../fixture/bundle.ts'

let library: Library
beforeAll(async () => {
  ;({ library } = await bundle())
})

const MOST_BYTES = 64
const handle = 'A-_aaaaaaaaaaaa9'
const bytes = (text: string): number => new TextEncoder().encode(text).length

describe('what stands behind a button', () => {
  test('comes back as it was written, whatever it is', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}[a-z0-9]$/)
    const act: fc.Arbitrary<Act> = fc.oneof(
      id.map((option) => ({ kind: 'pick', option }) as const),
      fc.tuple(id, fc.boolean()).map(([option, on]) => ({ kind: 'tick', option, on }) as const),
      id.map((area) => ({ kind: 'council', area }) as const),
      fc.tuple(id, id).map(([what, about]) => ({ kind: 'do', what, about }) as const),
      id.map((what) => ({ kind: 'do', what }) as const),
    )
    fc.assert(
      fc.property(fc.nat(999_999), fc.option(fc.nat(9999), { nil: undefined }), act, (seq, line, act) => {
        const press = { handle, seq, ...(line === undefined ? {} : { line }), act }
        expect(read(write(press))).toEqual(press)
      }),
    )
  })

  test('fits into 64 bytes for every option, topic, item and council there is, at the last step', () => {
    const acts: Act[] = [
      ...Object.values(library.questions).flatMap(({ options, allow }) => [
        ...options.map(({ id }) => ({ kind: 'tick', option: id, on: true }) as const),
        ...allow.map((option) => ({ kind: 'pick', option }) as const),
      ]),
      ...library.councils.map(({ id }) => ({ kind: 'council', area: id }) as const),
      ...[...library.advice, ...library.equipment, ...Object.values(library.packs).flatMap(({ advice }) => advice)].map(
        ({ id }) => ({ kind: 'do', what: 'item', about: id }) as const,
      ),
      ...library.topics.map(({ id }) => ({ kind: 'do', what: 'topic', about: id }) as const),
      // The most councils that share one postcode.
      ...Object.values(library.packs).flatMap((pack) =>
        Object.values(pack.outwardCodes).map(() => ({ kind: 'do', what: 'open', about: 'health.12' }) as const),
      ),
    ]
    const tooLong = acts.filter((act) => bytes(write({ handle, seq: 1500, line: 150, act })) > MOST_BYTES)
    expect(tooLong).toEqual([])
    const longest = library.topics.map(({ id }) => id).toSorted((a, b) => b.length - a.length)
    const found = longest.slice(0, 3).map((id) => ({ id, chosen: true }))
    expect(bytes(writeFound({ what: 'begin', topics: found }))).toBeLessThanOrEqual(MOST_BYTES)
  })

  test('of nobody’s making is nothing', () => {
    for (const data of ['', 'x', `${handle}:1:`, `${handle}:-1:yes`, `${handle}:1e9:yes`, 'short:1:yes', `${handle}:1`])
      expect(read(data)).toBeNull()
    fc.assert(fc.property(fc.string(), (data) => void [read(data), readFound(data), readHelped(data)]))
  })

  test('topics found, and the answer to “did it help?”, come back too', () => {
    const found = {
      what: 'show',
      topics: [
        { id: 'bath', chosen: true },
        { id: 'chair', chosen: false },
      ],
    } as const
    expect(readFound(writeFound(found))).toEqual(found)
    expect(readFound('begin:')).toEqual({ what: 'begin', topics: [] })
    expect(readHelped(writeHelped(handle, 'a-little'))).toEqual({ handle, answer: 'a-little' })
  })
})
