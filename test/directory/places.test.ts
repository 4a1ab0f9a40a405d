import { afterAll } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { placesContract } from './contract.ts'

let service: TestApp | undefined
afterAll(() => service?.close())

placesContract('SQLite', async () => {
  service = await makeApp()
  return service
})
