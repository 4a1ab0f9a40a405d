import { ask, flow } from '../src/flow/define.ts'

/** How it is, what gets in the way, then mood and safety, asked plainly, and last what the person would enjoy. */
export default flow(
  'lonely',
  ask('lonely-hard'),
  ask('lonely-often'),
  ask('lonely-seen'),
  ask('lonely-changes'),
  ask('lonely-mood'),
  // Who told the safety screen of dark thoughts has been asked there.
  ask('lonely-life', {
    not: { 'red-worry': 'mind' },
    any: [
      { 'lonely-mood': ['some', 'most', 'not_sure', 'rather_not_say'] },
      { 'lonely-often': 'often' },
      { 'lonely-changes': 'died' },
    ],
  }),
  ask('lonely-signs'),
  ask('lonely-safe'),
  ask('falls', { 'lonely-hard': 'fall' }),
  ask('phones-online'),
  ask('lonely-enjoy'),
  ask('lonely-about'),
)
