import { ask, flow, when } from '../src/flow/define.ts'

/** The last questions, whatever the topics were. */
export default flow('close', when({ finding: 'adult-flow' }, ask('place')))
