import { ask, flow, when } from '../src/flow/define.ts'

/** Signs first, then how the person talks now, the phone and its line, who can be reached, and calls that frighten. */
export default flow(
  'phones',
  ask('phones-hard'),
  ask('phones-signs'),
  when({ 'phones-hard': ['speak', 'words', 'follow', 'write'] }, ask('phones-illness'), ask('phones-use')),
  ask('grip', { 'phones-hard': ['keys', 'write'] }),
  ask('sight', { 'phones-hard': ['keys', 'write'] }),
  ask('memory', { 'phones-hard': ['keys', 'numbers', 'words', 'follow', 'speak'] }),
  when({ 'phones-hard': ['hear', 'keys', 'numbers'] }, ask('phones-line')),
  ask('phones-help'),
  ask('phones-format'),
  ask('phones-calls'),
  ask('phones-online'),
)
