import { ask, flow, when } from '../src/flow/define.ts'

/** What the trip is for decides who helps: the NHS for health, the council only for care that it has agreed to. */
export default flow(
  'transport',
  ask('transport-hard'),
  ask('transport-missed'),
  ask('transport-to'),
  ask('transport-foot'),
  ask('transport-bus'),
  ask('transport-car'),
  ask('transport-needs'),
  ask('transport-mobility'),
  ask('transport-have'),
  when({ 'transport-to': 'activity' }, ask('transport-near'), ask('transport-ill'), ask('transport-asked')),
)
