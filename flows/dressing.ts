import { ask, flow, when } from '../src/flow/define.ts'

/** Which clothes, danger signs, why, and then what the aids for those clothes must know. */
export default flow(
  'dressing',
  ask('dressing-hard'),
  ask('dressing-signs'),
  when(
    { 'dressing-hard': ['feet', 'lower', 'bra', 'tops', 'small', 'stockings', 'order'] },
    ask('dressing-why'),
    ask('dressing-how'),
    // A sock aid or a frame for stockings must not meet sore, fragile or very swollen legs.
    when({ 'dressing-hard': ['feet', 'stockings'] }, ask('feet-risk'), ask('feet-legs')),
    ask('dressing-stockings', { 'dressing-hard': 'stockings' }),
    ask('hip-rules', { 'dressing-hard': ['feet', 'lower'] }),
    ask('dressing-magnets', {
      'dressing-hard': ['bra', 'tops', 'small'],
      'dressing-why': ['one-hand', 'fingers', 'shaky'],
    }),
    when({ 'dressing-hard': 'order' }, ask('memory'), ask('sight')),
    ask('dressing-toll'),
  ),
  ask('dressing-help'),
)
