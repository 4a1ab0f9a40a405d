import { ask, flow, when } from '../src/flow/define.ts'

/** Lifting that a topic has brought up is not asked again. */
const notTold = { possible: { not: { finding: 'lifting-told' } } }

/**
 * A few questions about the people who help, after the topics. Three ways in: a carer answers for someone; family or
 * friends help the person; the person themselves looks after somebody. Whoever chose the caring topic has been asked.
 */
export default flow(
  'carer',
  when(
    { finding: 'questions-go-on' },
    when(
      { who: 'carer', not: { topics: 'caring' } },
      ask('caring-lift', notTold),
      ask('caring-strain'),
      // Work, study, distance, and whether someone under 18 helps too.
      ask('caring-life'),
      ask('carer-young', { 'caring-life': 'young' }),
      ask('caring-go-on'),
      ask('caring-afraid'),
    ),
    ask('helpers', { who: 'me' }),
    when({ finding: 'family-helps' }, ask('carer-lift', notTold), ask('carer-cope'), ask('carer-young')),
    when(
      { who: ['me', 'staff'], not: { topics: 'caring' } },
      ask('carer-helps'),
      // Asked of the carer in person, and not through somebody else.
      ask('caring-go-on', { who: 'me', 'carer-helps': ['yes', 'each-other'] }),
    ),
  ),
)
