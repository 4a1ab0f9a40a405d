import { ask, flow } from '../src/flow/define.ts'

/** Today first, then pressure and scams, then what a free adviser needs to know. Nothing here decides what anyone gets. */
export default flow(
  'money',
  ask('money-hard'),
  ask('money-today'),
  ask('money-pressure'),
  // The one question that asks directly, from the safety screen.
  ask('red-mind', { 'money-pressure': 'life' }),
  ask('money-pension-age'),
  ask('money-needs'),
  ask('money-long', { 'money-needs': ['day', 'night', 'both'] }),
  // The part for getting about is for people under State Pension age.
  ask('money-moving', { 'money-pension-age': ['no', 'near', 'not_sure'] }),
  ask('money-gets'),
  // A carer who chose the caring topic has told the hours there.
  ask('money-carer', {
    'money-needs': ['day', 'night', 'both'],
    possible: { not: { who: 'carer', topics: 'caring' } },
  }),
  ask('money-end', { 'money-needs': ['day', 'night', 'both', 'not_sure', 'rather_not_say'] }),
  ask('money-purse'),
  ask('money-home', { 'money-hard': ['check', 'bills', 'home'] }),
  ask('tenure', { 'money-hard': 'home' }),
  ask('money-work', { 'money-pension-age': ['no', 'near'] }),
  ask('money-tricky', { 'money-hard': ['check', 'care', 'debt', 'forms'] }),
  ask('money-who', { any: [{ 'money-hard': 'later' }, { who: ['carer', 'staff'] }] }),
)
