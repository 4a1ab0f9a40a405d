import { ask, flow, when } from '../src/flow/define.ts'

/** Which jobs, what is not safe at home, what gets in the way, then each hard job, and who helps. */
export default flow(
  'housework',
  ask('housework-hard'),
  ask('housework-signs'),
  ask('falls', { 'housework-signs': ['climb', 'fall'] }),
  ask('housework-paths', { 'housework-hard': 'clutter', possible: { not: { 'housework-signs': 'exits' } } }),
  ask('housework-stops', { 'housework-hard': ['clean', 'laundry', 'bed', 'bins', 'high', 'garden'] }),
  // Chest pain on effort is heard here too (M2).
  ask('walk-stops', { 'housework-stops': 'breath' }),
  when(
    { 'housework-hard': 'laundry' },
    ask('housework-laundry'),
    // 13: an iron burns skin that does not feel heat.
    ask('hands-now', { 'housework-laundry': 'iron' }),
    ask('hands-shake', { 'hands-now': 'shake' }),
  ),
  ask('walk', { any: [{ 'housework-hard': ['clean', 'high'] }, { 'housework-laundry': 'carry' }] }),
  // G7, H15: steps are only thought of for somebody with good balance.
  ask('housework-step', {
    'housework-hard': 'high',
    possible: { not: { walk: ['stick', 'frame', 'furniture', 'person', 'none'] } },
  }),
  ask('housework-bed', { 'housework-hard': 'bed' }),
  ask('housework-who'),
  ask('housework-pay', { 'housework-who': ['self', 'nobody', 'two-homes'] }),
)
