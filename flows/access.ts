import { ask, flow, when } from '../src/flow/define.ts'

/** The way in, from the path to the lock, and who comes to the door. A step is measured as in the walking topic. */
export default flow(
  'access',
  ask('access-hard'),
  ask('access-signs'),
  ask('access-callers', { any: [{ 'access-signs': 'caller' }, { 'access-hard': 'answer' }] }),
  when(
    { 'access-signs': 'fell' },
    ask('falls'),
    when(
      { falls: ['one', 'two-plus'] },
      // M4 to M7: only a fresh fall can still show these signs; G11: one fall with an injury counts.
      ask('fall-hurt'),
      ask('thinners', { 'fall-hurt': 'head' }),
      ask('fall-recent'),
      ask('fall-since', { 'fall-recent': ['worse', 'several', 'not_sure'] }),
    ),
  ),
  when(
    { 'access-hard': ['steps', 'door', 'path', 'out'] },
    ask('access-out'),
    ask('walk'),
    ask('access-wheels'),
    ask('walk-frame', { walk: 'frame' }),
  ),
  ask('access-door', { 'access-hard': 'door' }),
  ask('access-door-width', { 'access-door': 'narrow' }),
  // One step or a low bar: a half-step for someone who walks, a ramp for wheels (A1, A2).
  when(
    { any: [{ 'access-hard': 'steps' }, { 'access-door': 'sill' }] },
    ask('walk-steps'),
    ask('walk-step-rise'),
    ask('access-hold', { 'access-hard': 'steps', walk: ['free', 'stick', 'frame', 'furniture', 'person'] }),
    ask('walk-step-room', { walk: ['free', 'stick'], 'walk-steps': 'one', 'access-wheels': 'none' }),
    ask('walk-ramp-space', { finding: 'on-wheels' }),
    ask('walk-ramp-helper', { finding: 'on-wheels' }),
    ask('access-carried', { any: [{ finding: 'on-wheels' }, { walk: 'person' }] }),
  ),
  ask('access-way', { 'access-hard': ['steps', 'path'] }),
  ask('sight', { 'access-way': 'edges' }),
  when(
    { 'access-hard': ['lock', 'in'] },
    ask('access-lock'),
    ask('access-key-agree', { 'access-lock': 'carers' }),
    ask('grip', { 'access-lock': ['turn', 'handle'] }),
  ),
  ask('access-answer', { 'access-hard': 'answer' }),
  ask('warm-escape', { 'access-hard': ['steps', 'door', 'lock', 'out'] }),
  // Big changes, and shared ways, need the owner's leave (G14).
  ask('tenure', {
    any: [
      { 'access-door': ['narrow', 'turn'] },
      { 'access-way': 'shared' },
      { 'access-hard': 'steps', 'walk-steps': ['two', 'more'] },
      { finding: 'on-wheels', 'access-hard': 'steps' },
    ],
  }),
)
