import { ask, flow, when } from '../src/flow/define.ts'

export default flow(
  'toilet',
  ask('toilet-hard'),
  ask('toilet-signs'),
  when(
    { 'toilet-hard': ['reach', 'night'] },
    ask('toilet-way'),
    ask('toilet-night'),
    ask('toilet-empty', {
      any: [{ 'toilet-way': ['stairs', 'far', 'rush', 'door'] }, { 'toilet-night': ['two', 'three'] }],
    }),
  ),
  when(
    { 'toilet-hard': ['down', 'up'] },
    ask('toilet-hold'),
    ask('toilet-feet'),
    ask('toilet-sit'),
    ask('toilet-room'),
    ask('sitbal'),
    // Hip rules change the height, whatever the sums say (G8), so they are asked before any sum is made.
    ask('hip-rules'),
    // Only a person whose feet rest flat and who does not move across sideways can be helped by a higher seat (H4, H5).
    when(
      { 'toilet-feet': ['level', 'knees-up'], not: { 'toilet-sit': 'sideways' } },
      ask('knee-height'),
      ask('toilet-seat-height'),
    ),
  ),
  ask('toilet-wipe', { 'toilet-hard': 'wipe' }),
)
