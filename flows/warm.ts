import { ask, flow, when } from '../src/flow/define.ts'

/**
 * Cold, heat, fire and the rest of what can do harm at home. Fire, flames and the way out are asked of everyone here;
 * money, damp, water, clutter and power only of those who named them.
 */
export default flow(
  'warm',
  ask('warm-hard'),
  ask('warm-signs'),
  when(
    { 'warm-hard': ['warm', 'damp'] },
    ask('warm-room'),
    ask('warm-heating'),
    ask('warm-cut', { any: [{ 'warm-hard': 'warm' }, { 'warm-heating': ['cost', 'off'] }] }),
  ),
  ask('warm-damp', { 'warm-hard': 'damp' }),
  ask('warm-heat-risk', { 'warm-hard': 'hot' }),
  ask('warm-scald', { 'warm-hard': 'water' }),
  // G13: warm things are only safe on skin that feels them.
  ask('bath-heat', { 'warm-hard': ['warm', 'water'] }),
  ask('warm-clutter', { 'warm-hard': 'clutter' }),
  ask('warm-power', { 'warm-hard': 'power' }),
  ask('warm-flame'),
  // H2, H16: what makes a fire spread, and what must not come near a heated throw.
  ask('warm-kit', { any: [{ 'warm-flame': ['smoke', 'burns', 'flame', 'blanket'] }, { 'warm-hard': 'warm' }] }),
  ask('warm-alarms'),
  ask('fall-line', { 'warm-alarms': 'linked' }),
  ask('warm-escape'),
  ask('access-callers'),
  ask('tenure', {
    any: [{ 'warm-damp': ['mould', 'wet', 'breath', 'boiler'] }, { 'warm-heating': 'broken' }, { 'warm-scald': 'yes' }],
  }),
)
