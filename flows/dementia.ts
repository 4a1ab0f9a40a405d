import { ask, flow, when } from '../src/flow/define.ts'

/** What is hard, what has gone wrong at home, and what the person agrees to. */
export default flow(
  'dementia',
  ask('dementia-hard'),
  ask('dementia-also'),
  ask('dementia-known'),
  ask('memory'),
  ask('dementia-safe'),
  ask('dementia-cooker', {
    any: [{ 'dementia-hard': 'cooking' }, { 'dementia-safe': ['once', 'often', 'fire', 'gas'] }],
  }),
  when(
    { 'dementia-hard': 'tablets' },
    ask('dementia-tablets'),
    ask('dementia-pills'),
    ask('dementia-filler', { 'dementia-pills': 'plain' }),
  ),
  when(
    { any: [{ 'dementia-hard': ['lost', 'night'] }, { 'dementia-safe': ['lost', 'door'] }] },
    ask('dementia-agree'),
    ask('dementia-hold', { who: ['carer', 'staff'] }),
  ),
  ask('dementia-money', { 'dementia-hard': 'money' }),
  ask('dementia-drives'),
)
