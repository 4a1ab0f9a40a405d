import { ask, flow, when } from '../src/flow/define.ts'

const inOut = { 'car-hard': ['in', 'out'] }

/** Danger first, then the seat that somebody sits in: the driver is asked about driving, whoever gets in and out about that. */
export default flow(
  'car',
  ask('car-hard'),
  ask('car-danger'),
  ask('car-role'),
  when(
    { 'car-role': ['driver', 'both'] },
    ask('car-plate'),
    ask('car-health'),
    ask('car-told', {
      any: [{ 'car-health': ['stroke', 'fit', 'memory', 'eyes', 'nerves', 'body'] }, { 'car-plate': 'no' }],
    }),
    ask('car-signs'),
  ),
  when(
    inOut,
    ask('car-step'),
    ask('car-seat'),
    ask('car-legs'),
    ask('sitbal', { 'car-role': ['passenger', 'both'] }),
    // A6: a handle is only as safe as the loop that holds it.
    ask('car-striker', { 'car-step': ['alone', 'steady'] }),
    ask('grip', { 'car-striker': 'yes' }),
  ),
  ask('car-op', { any: [inOut, { 'car-hard': 'sit' }, { 'car-role': ['driver', 'both'] }] }),
  ask('car-park', { 'car-hard': ['park', 'in', 'out', 'chair'] }),
  ask('car-have'),
  ask('transport-mobility', { 'car-hard': ['park', 'chair', 'controls'] }),
)
