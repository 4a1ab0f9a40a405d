import { expect, test } from 'vitest'
import { ConfigError, readConfig, requirePack, requireTelegram } from '../../src/config.ts'

test('nothing set: the service starts on this machine alone', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', PACK: 'lancashire', TRUST_PROXY: false })
})

test.each([
  ['PORT', 'abc', 'give a number, such as 3000'],
  ['BASE_URL', 'handrail', 'give a whole address'],
  ['EDITOR_KEY', 'short', 'use at least 12 characters'],
  ['TELEGRAM_BOT_TOKEN', 'hello', 'give the whole token'],
  ['TELEGRAM_MODE', 'carrier pigeon', 'give polling or webhook'],
  ['TELEGRAM_SECRET', 'short', 'use 16 to 256 letters'],
  ['TELEGRAM_API_ROOT', 'api', 'give a whole address'],
  ['TELEGRAM_BOT_NAME', '@Bot', 'give the name of the bot without @'],
])('a wrong %s stops the start and says what to give', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(`${name}: ${message}`)
})

test('a pack that does not exist is named, with those that do', () => {
  expect(() => requirePack('narnia', { default: 1, lancashire: 1 })).toThrow(
    'there is no pack "narnia"; there are default, lancashire',
  )
})

const packs = { quiet: { telegram: false }, loud: { telegram: true } }
const token = { TELEGRAM_BOT_TOKEN: '1:test' }

test.each([
  ['a token where the pack has Telegram switched off', { ...token, PACK: 'quiet' }, 'switched off in the pack "quiet"'],
  ['a webhook without a secret', { ...token, PACK: 'loud', TELEGRAM_MODE: 'webhook' }, 'TELEGRAM_SECRET'],
  [
    'a webhook without a public address',
    { ...token, PACK: 'loud', TELEGRAM_MODE: 'webhook', TELEGRAM_SECRET: 'a-secret-of-the-tests' },
    'BASE_URL',
  ],
])('%s stops the start', (_what, env, message) => {
  expect(() => requireTelegram(readConfig(env), packs)).toThrow(message)
})

test('without a token there is no bot to be wrong; with all that it needs it starts', () => {
  expect(() => requireTelegram(readConfig({ PACK: 'quiet' }), packs)).not.toThrow()
  expect(() => requireTelegram(readConfig({ ...token, PACK: 'loud' }), packs)).not.toThrow()
})
