import { expect, test } from 'vitest'
import { ConfigError, readConfig, requirePack } from '../../src/config.ts'

test('nothing set: the service starts on this machine alone', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', PACK: 'lancashire', TRUST_PROXY: false })
})

test.each([
  ['PORT', 'abc', 'give a number, such as 3000'],
  ['BASE_URL', 'handrail', 'give a whole address'],
  ['EDITOR_KEY', 'short', 'use at least 12 characters'],
])('a wrong %s stops the start and says what to give', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(`${name}: ${message}`)
})

test('a pack that does not exist is named, with those that do', () => {
  expect(() => requirePack('narnia', { default: 1, lancashire: 1 })).toThrow(
    'there is no pack "narnia"; there are default, lancashire',
  )
})
