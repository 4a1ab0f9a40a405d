import { ask, flow, when } from '../src/flow/define.ts'

export default flow(
  'walking',
  ask('walk'),
  ask('walk-hard'),
  when(
    { 'walk-hard': ['steady', 'tired'] },
    ask('walk-legs', { walk: ['free', 'stick', 'frame', 'furniture', 'person'] }),
    ask('walk-bear', { 'walk-legs': 'bear' }),
    ask('walk-stops'),
    ask('blackouts', { 'walk-stops': 'dizzy' }),
  ),
  ask('falls'),
  when(
    { falls: ['one', 'two-plus'] },
    // M4 to M7: only a fresh fall can still show these signs; G11: one fall with an injury counts.
    ask('fall-hurt'),
    ask('thinners', { 'fall-hurt': 'head' }),
    ask('fall-recent'),
    ask('fall-since', { 'fall-recent': ['worse', 'several', 'not_sure'] }),
  ),
  when(
    { walk: ['free', 'stick', 'frame', 'furniture', 'person'] },
    ask('walk-support', {
      any: [{ 'walk-hard': ['steady', 'tired', 'carry'] }, { walk: ['stick', 'frame', 'furniture', 'person'] }],
    }),
    ask('walk-frame', { walk: 'frame' }),
    ask('walk-aid-state', { walk: ['stick', 'frame'] }),
    // W2: the right hand and the right length.
    when({ walk: 'stick' }, ask('walk-stick-hold'), ask('walk-stick-length'), ask('wrist-height')),
    // W3: a frame needs two arms.
    ask('walk-arms', {
      any: [
        { walk: ['frame', 'furniture', 'person'] },
        { 'walk-support': ['two', 'lean'] },
        { 'walk-hard': 'tired' },
        { walk: 'stick', 'walk-hard': 'carry' },
        { walk: 'stick', falls: 'two-plus' },
      ],
    }),
    // W4: a rollator needs brakes that are used every time.
    ask('walk-brakes', { any: [{ 'walk-frame': 'rollator' }, { 'walk-hard': 'tired' }] }),
    ask('walk-lifted', { walk: 'person' }),
  ),
  when(
    { 'walk-hard': 'step' },
    ask('walk-steps'),
    ask('walk-step-rise'),
    ask('walk-step-room', { walk: ['free', 'stick'], 'walk-steps': 'one' }),
    ask('walk-ramp-space', { finding: 'on-wheels' }),
    ask('walk-ramp-helper', { finding: 'on-wheels' }),
  ),
  ask('walk-home'),
  ask('walk-shoes', { walk: ['free', 'stick', 'frame', 'furniture', 'person'] }),
)
