import { expect, test } from 'vitest'
import { consider } from '../../src/advice/consider.ts'
import { equipmentItem } from '../../src/advice/equipment.ts'
import { prepare } from '../../src/assessment/content.ts'
import type { Equipment } from '../../src/content/schema.ts'
import { miniature, TODAY } from '../fixture/library.ts'

const content = prepare(miniature())
const { library, findings, say } = content
const [board] = library.equipment as [Equipment]
const facts = { topics: ['bath'], 'bath-hard': ['over'], sitbal: 'yes', weight: 'under-100' }

/** What is said before somebody pays for the board, were it otherwise. */
function told(change: Partial<Equipment>) {
  const type = { ...board, ...change }
  const considered = consider(type, facts, findings)
  if (considered.verdict !== 'suggest') return expect.unreachable(considered.verdict)
  const now = `${TODAY}T09:00:00.000Z`
  const input = { assessment: 'a', library, findings, say, pack: library.packs.default!, facts, acknowledged: [], now }
  return equipmentItem(type, considered, { ...input, contact: undefined, council: undefined }).equipment!
}

test('second-hand: what bears weight is to be looked over, and a lift only comes with its service record', () => {
  expect(told({ weight: { limit: 150 } }).secondHand).toBe(say('second-hand-check'))
  expect(told({ secondHand: 'service' }).secondHand).toBe(say('second-hand-service'))
  expect(say('second-hand-check')).not.toBe(say('second-hand-service'))
})

test('what only an assessment can allow says nothing of buying: no shop, no price, no second-hand', () => {
  const { routes, price, secondHand, vat } = told({ tier: 'assessed-only', secondHand: 'service' })
  expect(routes.map(({ id }) => id)).not.toContain('shop')
  expect({ price, secondHand, vat }).toEqual({ price: say('price-none'), secondHand: undefined, vat: undefined })
})
