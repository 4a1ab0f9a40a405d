import { ask, flow, when } from '../src/flow/define.ts'

/** Fits and numb skin are asked of everybody: a blackout or scalding water is the worst that a bath can do (G7, H5). */
export default flow(
  'bath',
  ask('bath-wish'),
  ask('bath-hard'),
  ask('blackouts'),
  when(
    { 'bath-hard': ['over', 'down', 'up', 'fear'] },
    ask('sitbal'),
    ask('bath-legs', { sitbal: 'yes' }),
    ask('bath-shape'),
    ask('bath-rims', { sitbal: 'yes', 'bath-shape': ['steel', 'acrylic'] }),
    ask('stand', { sitbal: 'yes' }),
    ask('bath-stuck'),
  ),
  ask('bath-heat'),
  ask('bath-alone', { 'bath-stuck': 'yes' }),
  ask('bath-lifted', { helpers: ['family', 'paid', 'both'], 'bath-hard': ['over', 'down', 'up'] }),
)
