import { ask, flow } from '../src/flow/define.ts'

/** Signs that cannot wait (S2), the eyes, then the home, what has gone wrong, getting about, and how it feels. */
export default flow(
  'sight',
  ask('sight-hard'),
  // Who told the safety screen of a sudden change is not asked again.
  ask('sight-sudden', { possible: { not: { 'red-senses': ['sight', 'flashes', 'eye', 'jaw', 'other-sight'] } } }),
  ask('sight-lately'),
  ask('sight-known'),
  ask('sight-test'),
  ask('sight'),
  ask('sight-registered', {
    any: [{ sight: ['some', 'no'] }, { 'sight-known': ['macular', 'glaucoma', 'diabetes', 'stroke'] }],
  }),
  ask('sight-light', { 'sight-hard': ['reading', 'kitchen', 'steps', 'finding', 'glare'] }),
  ask('sight-harm'),
  ask('falls', { 'sight-harm': 'fall' }),
  ask('sight-moves'),
  ask('sight-hearing', { not: { topics: 'hearing' } }),
  ask('sight-feel'),
  // The one question that asks directly, from the safety screen.
  ask('red-mind', { 'sight-feel': 'life' }),
)
