import { ask, flow, when } from '../src/flow/define.ts'

/** Everyone but a person whose caring has come to an end: they are not asked what they do, or how long they can go on. */
const stillCaring = { possible: { not: { finding: 'caring-over' } } }

/**
 * The person who gives the help answers, whoever the assessment is about. So facts about the other person's body are
 * not asked here: the fit section asks those, and only when the answers are about that person (see equipment/caring.yaml).
 */
export default flow(
  'caring',
  ask('caring-now'),
  when(
    stillCaring,
    ask('caring-tasks'),
    ask('caring-lift'),
    when({ 'caring-lift': ['some', 'all'] }, ask('caring-moves'), ask('caring-handling')),
    ask('caring-alone', { 'caring-tasks': 'watching' }),
    ask('caring-hours'),
    ask('caring-life'),
    ask('carer-young', { 'caring-life': 'young' }),
  ),
  ask('caring-strain'),
  when(stillCaring, ask('caring-have'), ask('caring-go-on'), ask('caring-afraid')),
)
