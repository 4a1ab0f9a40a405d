import { ask, flow, when } from '../src/flow/define.ts'

/**
 * Permission first (language.md): somebody who says "not now" is asked nothing more, and is told whom to ring. What the
 * toilet topic asks about the way, the night and the danger signs is asked with the same questions.
 */
export default flow(
  'continence',
  ask('continence-ok'),
  when(
    { 'continence-ok': 'yes' },
    ask('continence-hard'),
    ask('toilet-signs'),
    ask('continence-signs'),
    ask('continence-when', { 'continence-hard': ['leaks', 'rush', 'night'] }),
    ask('toilet-night', { 'continence-hard': ['rush', 'night'] }),
    when(
      { 'continence-hard': ['rush', 'night'] },
      ask('toilet-way'),
      ask('toilet-empty', {
        any: [{ 'toilet-way': ['stairs', 'far', 'rush', 'door'] }, { 'toilet-night': ['two', 'three'] }],
      }),
    ),
    ask('continence-bowels', { 'continence-hard': ['poo', 'bowels'] }),
    ask('toilet-wipe', { 'continence-hard': 'poo' }),
    ask('continence-drinks', { 'continence-hard': ['leaks', 'rush', 'night', 'bowels'] }),
    // Whoever goes out for pads or has sore skin is helped most by a nurse (G12, C1).
    ask('skin', { 'continence-hard': ['leaks', 'night', 'poo', 'feel'] }),
    ask('continence-pads', { 'continence-hard': ['leaks', 'night', 'poo', 'feel'] }),
    ask('continence-body', { 'continence-hard': ['leaks', 'rush', 'night', 'poo', 'feel'] }),
    ask('continence-effect', { 'continence-hard': ['leaks', 'rush', 'night', 'poo', 'feel', 'tube'] }),
    ask('continence-help', { any: [{ who: 'carer' }, { finding: 'has-helper' }] }),
    // A bottle, a toilet chair and pads that are changed by oneself need a memory for it (G5).
    ask('memory', { who: ['carer', 'staff'] }),
  ),
)
