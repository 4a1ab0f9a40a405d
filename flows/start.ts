import { ask, flow, when } from '../src/flow/define.ts'

/** Who it is about. A child, or a child who cares, leaves the adult questions at once. */
export default flow(
  'start',
  ask('who'),
  ask('carer-age', { who: 'carer' }),
  when({ finding: 'adult-flow' }, ask('consent', { who: ['carer', 'staff'] }), ask('age')),
)
