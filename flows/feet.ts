import { ask, flow, when } from '../src/flow/define.ts'

/** Which feet are at risk comes before what is wrong with them: then a sore leads to the right place at once (M18). */
export default flow(
  'feet',
  ask('feet-hard'),
  ask('feet-risk'),
  ask('feet-sores'),
  ask('feet-since', { 'feet-sores': 'wound' }),
  ask('feet-pain', { 'feet-hard': 'pain' }),
  ask('feet-swell', { 'feet-hard': 'swelling' }),
  when({ 'feet-hard': 'trip' }, ask('feet-step'), ask('falls')),
  ask('feet-reach', {
    any: [{ 'feet-hard': ['nails', 'shoes-on'] }, { 'feet-risk': ['diabetes', 'blood', 'numb', 'not_sure'] }],
  }),
  // Who may cut nails at home depends on bleeding, sight and feeling; grip is left to the fit section.
  when({ 'feet-hard': 'nails' }, ask('feet-nails'), ask('thinners'), ask('sight')),
  when({ 'feet-hard': 'shoes-on' }, ask('feet-legs'), ask('hip-rules')),
  ask('walk-shoes'),
  ask('feet-shoe', { 'feet-hard': ['fit', 'trip', 'pain', 'shoes-on', 'swelling'] }),
)
