import { ask, flow } from '../src/flow/define.ts'

/** Danger signs first (S1), then the ears and aids, then nights (S4) and how the person likes to be spoken to. */
export default flow(
  'hearing',
  ask('hearing-hard'),
  // Who told the safety screen of a sudden loss is not asked again.
  ask('hearing-sudden', { possible: { not: { 'red-senses': 'hearing' } } }),
  ask('hearing-signs'),
  ask('hearing-germs', { 'hearing-signs': 'pain' }),
  ask('hearing-ringing'),
  // The one question that asks directly, from the safety screen.
  ask('red-mind', { 'hearing-ringing': 'life' }),
  ask('hearing-aids'),
  ask('hearing-test', { 'hearing-aids': ['none', 'unused', 'not_sure'] }),
  ask('memory', { 'hearing-aids': ['unused', 'worn', 'trouble'] }),
  ask('hearing-wax'),
  ask('hearing-night'),
  ask('hearing-talk'),
  ask('sight'),
)
