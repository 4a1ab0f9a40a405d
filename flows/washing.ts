import { ask, flow, when } from '../src/flow/define.ts'

/** A wash at the basin, hair, teeth, shaving and hand nails. What helps with stools and seats hangs on steady sitting. */
export default flow(
  'washing',
  ask('washing-hard'),
  ask('washing-signs'),
  ask('washing-how'),
  when({ 'washing-hard': 'stand' }, ask('washing-stand'), ask('sitbal'), ask('washing-floor', { sitbal: 'yes' })),
  when({ 'washing-hard': 'reach' }, ask('feet-risk'), ask('hip-rules')),
  when(
    { 'washing-hard': ['taps', 'hair', 'teeth', 'shave'] },
    ask('hands-now'),
    ask('hands-shake', { 'hands-now': 'shake' }),
    ask('washing-side', { 'hands-now': 'one' }),
  ),
  when({ 'washing-hard': 'hair' }, ask('washing-arm'), ask('washing-neck')),
  when({ 'washing-hard': 'shave' }, ask('thinners'), ask('sight')),
  when({ 'washing-hard': 'start' }, ask('washing-why'), ask('memory')),
  ask('bath-heat', { 'washing-hard': ['taps', 'start'] }),
  ask('washing-skin'),
  ask('washing-often'),
)
