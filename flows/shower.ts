import { ask, flow, when } from '../src/flow/define.ts'

/** A seat in the shower hangs on steady sitting, a flat firm floor and, on a wall, on what the wall is made of (B5, B6). */
export default flow(
  'shower',
  ask('shower-hard'),
  ask('shower-signs'),
  ask('shower-type'),
  when(
    {
      'shower-type': ['level', 'lip', 'low', 'high', 'bath'],
      'shower-hard': ['in', 'stand', 'balance', 'breath'],
    },
    ask('shower-stand'),
    ask('blackouts'),
    ask('sitbal'),
    ask('shower-seat', { sitbal: 'yes', finding: 'shower-sit' }),
    ask('shower-floor', { finding: 'shower-sit' }),
    ask('shower-wall'),
    ask('shower-slip'),
    ask('falls', { 'shower-slip': ['near', 'fell', 'hurt'] }),
  ),
  // Over a bath, or a bath and no shower: what a board or bench needs (B1, B2).
  when(
    { any: [{ 'shower-type': 'bath', 'shower-hard': ['in', 'stand', 'balance'] }, { 'shower-type': 'none' }] },
    ask('sitbal', { 'shower-type': 'none' }),
    ask('bath-legs', { sitbal: 'yes' }),
    ask('bath-shape'),
    ask('bath-rims', { sitbal: 'yes', 'bath-shape': ['steel', 'acrylic'] }),
    ask('stand', { sitbal: 'yes' }),
  ),
  ask('shower-breath', { 'shower-hard': 'breath' }),
  ask('shower-water', { 'shower-type': ['level', 'lip', 'low', 'high', 'bath'] }),
  ask('bath-heat', { any: [{ 'shower-hard': 'controls' }, { 'shower-water': ['jumps', 'burns'] }] }),
  ask('memory', { 'shower-hard': 'controls' }),
  ask('shower-help', { helpers: ['family', 'paid', 'both'] }),
  ask('tenure', { 'shower-type': ['low', 'high', 'bath', 'none', 'neither'], 'shower-hard': ['in', 'stand'] }),
)
