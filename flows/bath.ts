import { ask, flow, when } from '../src/flow/define.ts'

export default flow(
  'bath',
  ask('bath-wish'),
  ask('bath-hard'),
  when(
    { 'bath-hard': ['over', 'down', 'up', 'fear'] },
    ask('sitbal'),
    ask('bath-legs', { sitbal: 'yes' }),
    ask('bath-shape'),
    ask('bath-rims', { sitbal: 'yes', 'bath-shape': ['steel', 'acrylic'] }),
    ask('stand', { sitbal: 'yes' }),
    ask('bath-stuck'),
  ),
  ask('bath-heat', { 'bath-hard': ['heat', 'reach', 'fear'] }),
  ask('bath-alone', { 'bath-stuck': 'yes' }),
  ask('bath-lifted', { helpers: ['family', 'paid', 'both'], 'bath-hard': ['over', 'down', 'up'] }),
)
