import { ask, flow, when } from '../src/flow/define.ts'

/**
 * What is hard in bed and on its edge. A carer answers about their own lifting with the questions of the caring topic, so
 * that what opens a slide sheet there opens it here; the others say how they are moved.
 */
export default flow(
  'bed',
  ask('bed-hard'),
  ask('bed-signs'),
  ask('bed-body', { 'bed-hard': ['sit', 'turn', 'legs'] }),
  ask('sitbal', { 'bed-hard': ['sit', 'up'] }),
  when({ 'bed-hard': 'up' }, ask('stand'), ask('bed-feet')),
  when({ 'bed-hard': ['sit', 'turn', 'up', 'roll'] }, ask('bed-type'), ask('bed-state')),
  ask('falls', { 'bed-hard': 'roll' }),
  // Hip rules change the way in and out, and the height, whatever the sums say (G8).
  ask('hip-rules', { 'bed-hard': ['sit', 'legs', 'up'] }),
  // Only a bed that may be raised is worth measuring (H4, H8).
  when(
    {
      'bed-hard': 'up',
      'bed-feet': ['level', 'knees-up'],
      'bed-type': ['legs', 'divan'],
      possible: { not: { any: [{ 'bed-state': 'air' }, { 'hip-rules': 'yes' }] } },
    },
    ask('knee-height'),
    ask('bed-height'),
  ),
  when(
    { who: 'carer', 'bed-hard': ['sit', 'turn', 'legs', 'up'] },
    ask('caring-lift'),
    ask('caring-handling', { 'caring-lift': ['some', 'all'] }),
    ask('caring-have', { 'bed-hard': 'turn', 'caring-lift': ['some', 'all'] }),
  ),
  ask('bed-lifted', {
    who: ['me', 'staff'],
    helpers: ['family', 'paid', 'both'],
    'bed-hard': ['sit', 'turn', 'legs', 'up'],
  }),
  ask('sleep-woken', { 'bed-hard': ['turn', 'roll'], any: [{ who: 'carer' }, { finding: 'has-helper' }] }),
  ask('bed-hours'),
  ask('skin', { any: [{ 'bed-hours': ['most', 'all'] }, { 'bed-hard': 'turn' }] }),
  ask('bed-have'),
  // H6, H9: rails or a handle in use are only safe for some.
  when(
    { 'bed-have': ['rails', 'lever'] },
    ask('memory'),
    ask('blackouts'),
    ask('fall-bed'),
    ask('dementia-hold', { who: ['carer', 'staff'], 'bed-have': 'rails' }),
  ),
)
