import { ask, flow, when } from '../src/flow/define.ts'

/**
 * The safety screen: four short lists, and more only about what was ticked. Somebody under 18 is asked about danger
 * right now and then leaves the adult questions.
 */
export default flow(
  'safety',
  ask('red-now'),
  when(
    { finding: 'adult-flow' },
    ask('red-new'),
    when({ 'red-new': 'head' }, ask('red-head'), ask('thinners')),
    ask('red-senses', { 'red-new': 'senses' }),
    when({ 'red-new': 'unwell' }, ask('red-unwell'), ask('red-unwell-more')),
    when({ 'red-new': 'body' }, ask('red-body'), ask('red-body-more')),
    ask('red-worry'),
    ask('red-mind', { 'red-worry': 'mind' }),
    when(
      { 'red-worry': 'harm' },
      ask('red-talk'),
      // Only asked when nobody listens in.
      when({ 'red-talk': 'yes' }, ask('red-harm'), ask('red-harm-more')),
    ),
    when({ 'red-worry': 'home' }, ask('red-home'), ask('red-kit'), ask('red-kit-more')),
    ask('change'),
    // What must change today comes before any question about daily life, and may be all for now.
    ask('crisis-today', { finding: 'practical-crisis' }),
    ask('crisis-who', { finding: 'practical-crisis' }),
    ask('crisis-more', { any: [{ finding: 'practical-crisis' }, { 'red-mind': ['plan', 'thoughts', 'hurt'] }] }),
  ),
)
