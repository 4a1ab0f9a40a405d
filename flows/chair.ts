import { ask, flow, when } from '../src/flow/define.ts'

export default flow(
  'chair',
  ask('chair-hard'),
  ask('chair-signs'),
  ask('chair-type'),
  // G5: a chair that moves is only safe for someone who keeps hold of how it works.
  ask('memory', { 'chair-type': 'recliner' }),
  when(
    { 'chair-hard': ['up', 'down'] },
    ask('stand'),
    ask('chair-lifted', { stand: ['person', 'cannot'] }),
    // Hip rules change the height, whatever the sums say (G8).
    ask('hip-rules'),
    ask('chair-build', { 'chair-type': ['dining', 'armchair', 'sofa'] }),
  ),
  ask('chair-feet', { 'chair-type': ['dining', 'armchair', 'sofa', 'recliner', 'moving'] }),
  // Only where a higher seat could help is there any need to measure (H4, H7).
  when(
    { 'chair-hard': ['up', 'down'], 'chair-feet': ['level', 'knees-up'], 'chair-type': ['dining', 'armchair', 'sofa'] },
    ask('knee-height'),
    ask('chair-seat-height'),
  ),
  ask('chair-depth', { 'chair-hard': ['slide', 'pain', 'lean', 'comfort'] }),
  ask('chair-hours'),
  ask('chair-sleep', { 'chair-hours': 'sleeps' }),
  ask('skin', { any: [{ 'chair-hours': ['two-to-six', 'over-six', 'sleeps'] }, { 'chair-hard': 'pain' }] }),
)
