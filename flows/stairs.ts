import { ask, flow, when } from '../src/flow/define.ts'

export default flow(
  'stairs',
  ask('stairs-how'),
  ask('stairs-hard'),
  when(
    { 'stairs-hard': ['up', 'down', 'fear'] },
    ask('stairs-why'),
    ask('stairs-breath', { 'stairs-why': 'breath' }),
    ask('blackouts', { 'stairs-why': 'dizzy' }),
  ),
  ask('stairs-fall'),
  ask('falls', { 'stairs-fall': ['near', 'fell', 'hurt'] }),
  // M4 to M7: only a fresh fall can still show these signs.
  when(
    { 'stairs-fall': 'hurt' },
    ask('fall-recent'),
    ask('fall-hurt', { 'fall-recent': ['well', 'worse', 'several', 'not_sure'] }),
    ask('thinners', { 'fall-hurt': 'head' }),
    ask('fall-since', { 'fall-recent': ['worse', 'several', 'not_sure'] }),
  ),
  when(
    { any: [{ finding: 'stairs-in-use' }, { finding: 'stairs-too-much' }] },
    ask('stairs-rails', { finding: 'stairs-in-use' }),
    ask('stairs-state'),
    ask('stairs-rooms', { 'stairs-how': ['slow', 'bottom', 'person', 'cannot'] }),
  ),
  ask('walk'),
  // One step, indoors or at the door: a half-step for someone who walks, a ramp for wheels.
  when(
    { 'stairs-hard': 'step' },
    ask('walk-steps'),
    ask('walk-step-rise'),
    ask('walk-frame', { walk: 'frame' }),
    ask('walk-step-room', { walk: ['free', 'stick'], 'walk-steps': 'one' }),
    ask('walk-ramp-space', { finding: 'on-wheels' }),
    ask('walk-ramp-helper', { finding: 'on-wheels' }),
  ),
  ask('stairs-carried', { 'stairs-how': 'person' }),
  // G8: a step is a low seat.
  ask('hip-rules', { 'stairs-how': 'bottom' }),
  // What an occupational therapist would want to know first about a stairlift (A3); the rest are shared facts.
  when({ finding: 'stairs-too-much' }, ask('stairs-ride'), ask('stairs-course')),
  // Big changes need the owner's leave (G14); for rails the advice says so to everyone.
  ask('tenure', { finding: 'stairs-too-much' }),
)
