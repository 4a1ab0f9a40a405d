import { ask, flow, when } from '../src/flow/define.ts'

export default flow(
  'drinking',
  ask('drinking-hard'),
  ask('eating-swallow'),
  // A chest infection makes an odd cough a matter for today (M19b).
  ask('eating-signs', { any: [{ 'eating-swallow': ['some', 'not_sure'] }, { 'drinking-hard': 'swallow' }] }),
  ask('drinking-signs'),
  ask('drinking-much'),
  // Nobody with a limit is told to drink more.
  ask('drinking-limit'),
  ask('eating-plan'),
  ask('drinking-body'),
  ask('drinking-lift', { 'drinking-hard': ['lift', 'tilt'] }),
  ask('drinking-make', { 'drinking-hard': 'make' }),
  // K2: hot water is poured only by hands that are known not to shake much.
  ask('hands-now', { any: [{ 'drinking-hard': 'lift' }, { 'drinking-make': 'kettle' }] }),
  ask('hands-shake', { 'hands-now': 'shake' }),
  // W5: carrying a drink is as safe as the walk.
  when({ 'drinking-make': 'carry' }, ask('walk'), ask('falls'), ask('walk-support', { walk: ['free', 'stick'] })),
  ask('drinking-where', { 'drinking-hard': ['forget', 'lift', 'make'] }),
  ask('memory', { any: [{ 'drinking-hard': 'forget' }, { 'drinking-make': 'scald' }] }),
  ask('drinking-toilet', { 'drinking-hard': 'toilet' }),
)
