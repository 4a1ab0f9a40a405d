import { ask, flow, when } from '../src/flow/define.ts'

/** Where the person is now, danger signs since coming home, the first night, the first days, and whom to ring. */
export default flow(
  'hospital',
  ask('hospital-hard'),
  ask('hospital-stage'),
  // Who does not say where they are may be at home: danger signs are asked all the same.
  ask('hospital-signs', { finding: 'home-from-ward' }),
  ask('hospital-why'),
  // Hip rules rule out a bath and low seats; the hospital therapist owns the plan (G8).
  ask('hip-rules', { 'hospital-why': ['bone', 'op'] }),
  ask('hospital-wish', { 'hospital-stage': ['in', 'going', 'back'] }),
  ask('hospital-tonight', { any: [{ finding: 'home-from-ward' }, { 'hospital-stage': ['going', 'back'] }] }),
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
