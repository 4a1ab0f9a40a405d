import { ask, flow, when } from '../src/flow/define.ts'

/** The last questions, whatever the topics were. In a crisis only where home is, so that the right council is shown. */
export default flow(
  'close',
  when(
    { finding: 'questions-go-on', possible: { not: { finding: 'in-crisis' } } },
    ask('lately', { finding: 'worth-asking-more' }),
  ),
  ask('place', { finding: 'adult-flow' }),
)
