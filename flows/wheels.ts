import { ask, flow, when } from '../src/flow/define.ts'

/** Danger first; then what is there and what it is for; then the chair, or the scooter, whichever is in question. */
export default flow(
  'wheels',
  ask('wheels-hard'),
  ask('wheels-signs'),
  ask('wheels-have'),
  ask('walk', { 'wheels-hard': ['chair', 'scooter'] }),
  when(
    { 'wheels-hard': ['chair', 'push', 'self', 'sit'] },
    ask('wheels-for'),
    ask('wheels-long'),
    ask('wheels-who'),
    ask('wheels-pusher', { 'wheels-who': 'pushed' }),
    ask('wheels-arms', { 'wheels-who': ['hands', 'foot'] }),
  ),
  when(
    { any: [{ 'wheels-hard': ['chair', 'self', 'sit'] }, { 'wheels-have': ['manual', 'powered'] }] },
    ask('wheels-hours'),
    ask('wheels-sit'),
    ask('wheels-transfer'),
    // A5, G12: before any chair or cushion is thought of.
    ask('skin', { any: [{ 'wheels-hours': ['one-to-four', 'over-four'] }, { 'wheels-hard': 'sit' }] }),
  ),
  when(
    // A4, H11: the same questions for someone who would like one and for someone who has one.
    {
      any: [
        { 'wheels-hard': 'scooter' },
        { 'wheels-have': ['scooter', 'powered'] },
        { 'wheels-who': 'joystick' },
        { 'wheels-arms': ['sore', 'one', 'neither'] },
      ],
    },
    ask('wheels-plate'),
    ask('wheels-fit'),
    ask('memory'),
    ask('blackouts'),
    ask('wheels-can'),
    ask('wheels-store'),
  ),
  ask('wheels-road', { 'wheels-hard': 'scooter' }),
  ask('wheels-place'),
  ask('transport-mobility', {
    any: [{ 'wheels-hard': ['scooter', 'self'] }, { 'wheels-have': ['scooter', 'powered'] }],
  }),
)
