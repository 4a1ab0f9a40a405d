import { ask, flow, when } from '../src/flow/define.ts'

/** Danger signs first: everybody is asked how they swallow, for straws and special cups are only safe with a good swallow. */
export default flow(
  'eating',
  ask('eating-hard'),
  ask('eating-swallow'),
  ask('eating-signs'),
  ask('eating-plan'),
  ask('eating-meals'),
  ask('eating-mouth', { any: [{ 'eating-hard': ['chew', 'appetite'] }, { 'eating-signs': 'weight' }] }),
  when(
    { 'eating-hard': ['cut', 'hold', 'spill'] },
    ask('hands-now'),
    ask('hands-shake', { 'hands-now': 'shake' }),
    ask('drinking-lift', { 'hands-now': ['shake', 'weak'] }),
    ask('eating-see'),
  ),
  // A therapist's plan, or someone else's hands, is the answer to poor memory at meals; a gadget is not (G5).
  ask('memory', { 'eating-hard': 'meals' }),
  ask('eating-seat'),
  ask('eating-help'),
)
