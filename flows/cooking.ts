import { ask, flow, when } from '../src/flow/define.ts'

/** What is hard, what is dangerous now, what has gone wrong, and what would make a fire worse. */
export default flow(
  'cooking',
  ask('cooking-hard'),
  ask('cooking-signs'),
  // Where the topic of memory is chosen too, it has asked what went wrong.
  ask('cooking-happened', { not: { topics: 'dementia' } }),
  ask('dementia-cooker'),
  ask('cooking-risk'),
  ask('cooking-fire'),
  when(
    { 'cooking-hard': ['knobs', 'hot', 'oven'] },
    ask('hands-now'),
    ask('hands-shake', { 'hands-now': 'shake' }),
    ask('kitchen-see'),
  ),
  when(
    { any: [{ 'cooking-hard': ['forget', 'worry'] }, { finding: 'cooking-once' }, { finding: 'cooking-danger' }] },
    ask('memory'),
    ask('cooking-who'),
    ask('cooking-agree', { 'dementia-cooker': ['gas', 'electric', 'induction'] }),
  ),
)
