import { ask, flow, when } from '../src/flow/define.ts'

/** Which part is hard, danger signs (money and pressure among them), how it is done now, and who helps. */
export default flow(
  'shopping',
  ask('shopping-hard'),
  ask('shopping-signs'),
  ask('blackouts', { 'shopping-signs': 'dizzy' }),
  ask('shopping-way'),
  ask('shopping-far', { 'shopping-hard': ['there', 'round', 'carry'] }),
  ask('walk', { 'shopping-hard': ['there', 'round', 'reach', 'carry'] }),
  when(
    { 'shopping-hard': 'carry' },
    ask('falls'),
    // W1: nothing that is pushed or pulled may be leaned on.
    ask('walk-support', { walk: ['free', 'stick'] }),
    ask('shopping-bags'),
    ask('shopping-home'),
  ),
  ask('shopping-body', { 'shopping-hard': ['carry', 'pay'] }),
  ask('memory', { 'shopping-hard': 'list' }),
  ask('shopping-online'),
  ask('shopping-money'),
  ask('shopping-purse', { any: [{ 'shopping-hard': ['pay', 'list'] }, { finding: 'has-helper' }] }),
)
