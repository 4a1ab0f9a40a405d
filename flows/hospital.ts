import { ask, flow, when } from '../src/flow/define.ts'

/** Where the person is now, danger signs since coming home, the first night, the first days, and whom to ring. */
export default flow(
  'hospital',
  ask('hospital-hard'),
  ask('hospital-stage'),
  ask('hospital-signs', { 'hospital-stage': ['home', 'longer'] }),
  ask('hospital-why'),
  // Hip rules rule out a bath and low seats; the hospital therapist owns the plan (G8).
  ask('hip-rules', { 'hospital-why': ['bone', 'op'] }),
  ask('hospital-wish', { 'hospital-stage': ['in', 'going', 'back'] }),
  ask('hospital-tonight', { 'hospital-stage': ['going', 'home', 'longer', 'back'] }),
  ask('hospital-who'),
  ask('hospital-carer', { any: [{ who: 'carer' }, { helpers: ['family', 'both'] }] }),
  ask('hospital-care'),
  ask('hospital-kit', {
    any: [{ 'hospital-hard': ['moving', 'kit'] }, { 'hospital-tonight': ['in', 'bed', 'toilet'] }],
  }),
  ask('hospital-meds', { any: [{ 'hospital-hard': 'meds' }, { 'hospital-stage': ['going', 'home', 'longer'] }] }),
  ask('hospital-home', { 'hospital-stage': ['planned', 'in', 'going', 'back'] }),
  ask('hospital-number', { 'hospital-stage': ['in', 'going', 'home', 'longer', 'back'] }),
  // A toilet chair has to be emptied.
  ask('toilet-empty', { 'hospital-tonight': 'toilet' }),
  // T1: nobody there, or only at times.
  when({ 'hospital-who': ['visits', 'nobody'] }, ask('fall-alarm'), ask('fall-press', { finding: 'alone-if-fallen' })),
)
