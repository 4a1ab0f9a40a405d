import { ask, flow, when } from '../src/flow/define.ts'

/** Body first, then the aid, then the street. Whoever does not walk is not asked how far. */
export default flow(
  'outdoors',
  ask('outdoors-hard'),
  ask('outdoors-signs'),
  ask('walk'),
  ask('outdoors-lost', { 'outdoors-hard': 'lost' }),
  when(
    { walk: ['free', 'stick', 'frame', 'furniture', 'person'] },
    ask('outdoors-far'),
    ask('outdoors-stops'),
    ask('outdoors-aid'),
    when(
      {
        any: [
          { 'outdoors-stops': ['tired', 'pain', 'balance'] },
          { 'outdoors-hard': 'steady' },
          { 'outdoors-aid': 'rollator' },
        ],
      },
      // M1, M7: a new weak side, or a leg that cannot carry, comes before any aid.
      ask('walk-legs'),
      ask('walk-bear', { 'walk-legs': 'bear' }),
      ask('walk-support'),
      // W3, W4: two arms, and brakes that are used every time.
      ask('walk-arms', { 'outdoors-stops': ['tired', 'pain'] }),
      ask('walk-brakes', { any: [{ 'outdoors-stops': ['tired', 'pain'] }, { 'outdoors-aid': 'rollator' }] }),
    ),
  ),
  ask('falls'),
  ask('outdoors-fell', { falls: ['one', 'two-plus', 'not_sure'] }),
  when(
    { 'outdoors-fell': ['trip', 'slip', 'hurry', 'sudden'] },
    // M4 to M7: only a fresh fall can still show these signs; G11: one fall with an injury counts.
    ask('fall-hurt'),
    ask('thinners', { 'fall-hurt': 'head' }),
    ask('fall-recent'),
    ask('fall-since', { 'fall-recent': ['worse', 'several', 'not_sure'] }),
  ),
  ask('blackouts', { 'outdoors-fell': 'sudden' }),
  ask('sight', { any: [{ 'outdoors-stops': 'sight' }, { 'outdoors-hard': ['roads', 'kerbs'] }] }),
  ask('outdoors-with', { finding: 'has-helper' }),
  ask('outdoors-near'),
  ask('outdoors-carry'),
  ask('outdoors-want'),
)
