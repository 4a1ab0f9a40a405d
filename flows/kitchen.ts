import { ask, flow, when } from '../src/flow/define.ts'

/** What is hard, danger signs, then only the questions of the parts that are hard. */
export default flow(
  'kitchen',
  ask('kitchen-hard'),
  ask('cooking-signs'),
  ask('kitchen-signs'),
  // K3: a burnt pan or lost steps lead to the questions of safe cooking. The topic of memory has asked them already.
  ask('cooking-happened', {
    any: [{ 'kitchen-signs': 'pans' }, { 'kitchen-hard': 'know' }],
    not: { topics: 'dementia' },
  }),
  ask('dementia-cooker', { any: [{ 'kitchen-signs': 'pans' }, { 'kitchen-hard': 'know' }] }),
  // Whoever chose eating has said what they ate.
  ask('kitchen-meals', { unknown: 'eating-meals' }),
  ask('kitchen-wish'),
  ask('walk', { 'kitchen-hard': ['stand', 'reach', 'carry'] }),
  when(
    { 'kitchen-hard': 'stand' },
    ask('kitchen-stand'),
    // K1, G6: a stool only for somebody who sits steadily and still stands for a while.
    when({ 'kitchen-stand': ['five', 'short'] }, ask('sitbal'), ask('kitchen-stool', { sitbal: 'yes' })),
  ),
  when({ 'kitchen-hard': 'reach' }, ask('kitchen-reach'), ask('kitchen-low')),
  ask('falls', { any: [{ 'kitchen-reach': 'climb' }, { 'kitchen-signs': 'fall' }, { 'kitchen-hard': 'carry' }] }),
  when(
    { 'kitchen-hard': ['open', 'cut', 'lift', 'carry'] },
    ask('hands-now'),
    ask('hands-shake', { 'hands-now': 'shake' }),
    ask('kitchen-see'),
  ),
  ask('kitchen-kettle', { 'kitchen-hard': 'lift' }),
  ask('thinners', { 'kitchen-hard': 'cut' }),
  // W5: what is carried depends on how the person walks.
  when(
    { 'kitchen-hard': 'carry' },
    ask('walk-support', { walk: ['free', 'stick'] }),
    ask('walk-frame', { walk: 'frame' }),
  ),
  ask('memory', { 'kitchen-hard': 'know' }),
  ask('kitchen-place', { 'kitchen-hard': ['stand', 'reach', 'cut', 'lift', 'carry'] }),
)
