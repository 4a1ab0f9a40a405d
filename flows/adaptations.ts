import { ask, flow, when } from '../src/flow/define.ts'

/**
 * The way to a change at home, small or big: who says yes, who pays and what to try first. Which change is right in
 * each room is asked in that room's own topic.
 */
export default flow(
  'adaptations',
  ask('adaptations-hard'),
  ask('adaptations-signs'),
  ask('adaptations-size'),
  ask('adaptations-so-far'),
  ask('tenure'),
  ask('adaptations-wall', { 'adaptations-size': 'small' }),
  when(
    { 'adaptations-hard': 'door' },
    ask('walk'),
    ask('access-door'),
    ask('access-door-width', { 'access-door': 'narrow' }),
  ),
  when(
    { 'adaptations-size': ['big', 'not_sure'] },
    ask('stairs-course'),
    ask('adaptations-life'),
    ask('adaptations-pay'),
    ask('memory'),
  ),
)
