import { ask, flow, when } from '../src/flow/define.ts'

/**
 * A way to call for help: what for, what there is already, and whether it has been tested since the phone line changed
 * (H14). Everyone with any alarm is asked that.
 */
export default flow(
  'alarms',
  ask('alarms-hard'),
  ask('alarms-signs'),
  ask('falls', { any: [{ 'alarms-hard': 'fall' }, { 'alarms-signs': 'night' }] }),
  ask('blackouts', { 'alarms-hard': 'ill' }),
  ask('fall-alarm'),
  ask('alarms-have'),
  ask('fall-line', { any: [{ 'fall-alarm': ['alarm', 'drawer'] }, { 'alarms-have': ['cord', 'sensors'] }] }),
  when(
    { 'alarms-hard': ['fall', 'ill'] },
    ask('fall-press', { 'fall-alarm': ['someone', 'drawer', 'phone', 'no', 'not_sure'] }),
    ask('alarms-where'),
    ask('fall-keys', { any: [{ 'fall-press': ['yes', 'cant'] }, { 'fall-alarm': ['alarm', 'drawer'] }] }),
    ask('access-key-agree', {
      lives: 'alone',
      any: [{ 'fall-press': ['yes', 'cant'] }, { 'fall-alarm': ['alarm', 'drawer'] }],
    }),
  ),
  ask('alarms-where', { 'alarms-hard': 'wander' }),
  ask('alarms-helper', { 'alarms-hard': 'helper' }),
  ask('alarms-body', { 'alarms-hard': ['fall', 'ill', 'fire', 'helper', 'callers'] }),
  // A worn button is no use to someone who would not remember it (T1); a sensor needs the person's own yes.
  ask('memory', { 'alarms-hard': ['fall', 'ill', 'fire', 'wander', 'helper', 'pills'] }),
  ask('dementia-agree', { any: [{ 'alarms-hard': ['fire', 'wander'] }, { 'fall-press': ['cant', 'wont'] }] }),
  ask('alarms-net', { 'alarms-hard': ['fall', 'ill', 'helper', 'callers'] }),
)
