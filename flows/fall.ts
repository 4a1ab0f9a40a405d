import { ask, flow, when } from '../src/flow/define.ts'

/** What happened, what may lie behind it, and who would come. Never a score of the risk (NG249). */
export default flow(
  'fall',
  ask('falls'),
  when(
    { falls: ['one', 'two-plus', 'not_sure'] },
    ask('fall-what'),
    ask('fall-hurt'),
    ask('thinners', { 'fall-hurt': 'head' }),
    ask('fall-recent'),
    ask('fall-since', { 'fall-recent': ['worse', 'several', 'not_sure'] }),
    ask('fall-up'),
  ),
  ask('fall-body'),
  ask('fall-meds'),
  ask('walk', { any: [{ falls: 'two-plus' }, { 'fall-body': 'unsteady' }, { 'fall-what': ['legs', 'roll'] }] }),
  ask('fall-alarm'),
  ask('fall-line', { 'fall-alarm': ['alarm', 'drawer'] }),
  ask('fall-press', { finding: 'alone-if-fallen' }),
  ask('fall-keys', { lives: 'alone', any: [{ 'fall-press': ['yes', 'cant'] }, { 'fall-alarm': ['alarm', 'drawer'] }] }),
)
