import { expect, test } from 'vitest'
import { servicesFor } from '../../src/advice/services.ts'
import { speaker } from '../../src/content/words.ts'
import { miniature } from '../fixture/library.ts'

const library = miniature()
const say = speaker(library.locale, library.messages)
const signpost = Object.values(library.signposts)[0]!
const service = {
  ...library.services[0]!,
  id: 'both',
  types: ['one', 'two'],
  phone: '0800 000 001',
  checked: 'verified' as const,
}
const wanted = new Map([
  ['one', { why: ['because of one'], because: [] }],
  ['two', { why: ['because of two'], because: [] }],
])
const found = (phone?: string) =>
  servicesFor(
    {
      ...library,
      signposts: { one: { ...signpost, id: 'one', phone }, two: { ...signpost, id: 'two', phone: undefined } },
      services: [service],
    } as typeof library,
    say,
    wanted,
    { contact: undefined },
  )

test('a service that helps with two needs is named once, with both reasons', () => {
  expect(found().services.map(({ id }) => id)).toEqual(['one', 'both', 'two'])
  expect(found().services[1]!.why).toEqual(['because of one', 'because of two'])
  expect(found().idsOf('two')).toEqual(['two', 'both'])
})

test('a service with the very number of the way there adds nothing', () => {
  expect(found(service.phone).services.map(({ id, why }) => [id, why])).toEqual([
    ['one', ['because of one']],
    ['two', ['because of two']],
    ['both', ['because of two']],
  ])
})
