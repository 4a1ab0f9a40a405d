import { ask, flow } from '../src/flow/define.ts'

export default flow(
  'hands',
  ask('hands-hard'),
  ask('hands-signs'),
  ask('hands-now'),
  ask('hands-shake', { 'hands-now': 'shake' }),
  ask('hands-numb', { 'hands-now': 'numb' }),
  // G13: warmth and sharp tools are only for hands that feel.
  ask('hands-feel', { 'hands-now': ['weak', 'sore', 'stiff', 'numb', 'one', 'open'] }),
  ask('hands-other', { 'hands-now': 'one' }),
  ask('hands-home', { 'hands-hard': ['turn', 'screen'] }),
  ask('tenure', { 'hands-home': ['taps', 'doors', 'lock', 'plugs', 'dial'] }),
  ask('hands-tried', { 'hands-now': ['weak', 'sore', 'stiff', 'numb', 'one', 'open'] }),
)
