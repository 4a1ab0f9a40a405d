import { ask, flow, when } from '../src/flow/define.ts'

/** What spoils the night, what a doctor must hear first, the habits and the room, and who else is woken. */
export default flow(
  'sleep',
  ask('sleep-hard'),
  ask('sleep-signs'),
  // Low mood behind bad nights: asked directly, and the same question as in the safety screen (P2).
  ask('red-mind', { 'sleep-hard': 'worry' }),
  ask('sleep-long', { 'sleep-hard': ['off', 'worry', 'sleepy'] }),
  ask('sleep-drive', { any: [{ 'sleep-hard': 'sleepy' }, { 'sleep-signs': 'stops' }] }),
  ask('sleep-body', { 'sleep-hard': ['off', 'pain'] }),
  ask('sleep-flat', { 'sleep-hard': ['off', 'pain', 'sleepy', 'room'] }),
  ask('chair-sleep', { 'sleep-flat': 'chair' }),
  when(
    { 'sleep-hard': 'toilet' },
    ask('toilet-night'),
    ask('toilet-way'),
    ask('toilet-empty', {
      any: [{ 'toilet-way': ['stairs', 'far', 'rush', 'door'] }, { 'toilet-night': ['two', 'three'] }],
    }),
  ),
  ask('falls', { 'sleep-hard': ['toilet', 'wander'] }),
  when({ 'sleep-hard': 'wander' }, ask('memory'), ask('dementia-hold', { who: ['carer', 'staff'] })),
  ask('sleep-day', { 'sleep-hard': ['off', 'worry', 'sleepy', 'wander'] }),
  ask('sleep-room', { 'sleep-hard': ['off', 'pain', 'room'] }),
  // G13, H16: heat in bed.
  ask('sleep-heat', { 'sleep-room': ['blanket', 'bottle'] }),
  ask('sleep-tried', { 'sleep-hard': ['off', 'worry', 'sleepy'] }),
  ask('sleep-woken', {
    any: [{ who: 'carer' }, { finding: 'has-helper' }, { lives: ['partner', 'family'] }],
  }),
)
