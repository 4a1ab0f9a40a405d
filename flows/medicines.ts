import { ask, flow, when } from '../src/flow/define.ts'

export default flow(
  'medicines',
  ask('medicines-hard'),
  ask('medicines-signs'),
  ask('medicines-vital'),
  when(
    { 'medicines-hard': 'remember' },
    // The memory topic asks the same of those who chose it.
    ask('medicines-slips', { unknown: 'dementia-tablets' }),
    ask('memory'),
    // M1: a box is for plain tablets only, with someone who fills it without mistakes.
    ask('dementia-pills'),
    ask('dementia-filler', { 'dementia-pills': 'plain' }),
  ),
  ask('medicines-devices', { 'medicines-hard': 'devices' }),
  ask('medicines-see', { any: [{ 'medicines-hard': 'read' }, { 'medicines-devices': 'inject' }] }),
  ask('hands-now', { 'medicines-hard': ['open', 'devices'] }),
  when(
    { 'medicines-hard': 'swallow' },
    ask('eating-swallow'),
    ask('eating-signs', { 'eating-swallow': ['some', 'not_sure'] }),
    ask('medicines-split'),
  ),
  ask('medicines-unwanted', { 'medicines-hard': 'wish' }),
  ask('medicines-hidden', { who: ['carer', 'staff'] }),
  ask('medicines-get', { 'medicines-hard': 'get' }),
  ask('medicines-more'),
  ask('medicines-help'),
)
