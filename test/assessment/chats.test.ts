import { afterAll } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { chatsContract } from './chats-contract.ts'

let made: TestApp | undefined
afterAll(() => made?.close())

chatsContract('SQLite', async () => {
  made = await makeApp()
  return made
})
