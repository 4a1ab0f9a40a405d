import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { client, type Client } from './client.ts'
import * as shapes from './shapes.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
})
afterAll(() => service.close())

describe('GET /topics', () => {
  test('all topics in their order, without words', async () => {
    const reply = await api.get('/topics')
    expect(reply.status).toBe(200)
    expect(shapes.topics.parse(reply.body).map((topic) => topic.id)).toEqual(
      service.library.topics.map((topic) => topic.id),
    )
  })

  test.each([
    ["can't get out of the bath", 'bath'],
    ['mum keeps falling over', 'fall'],
    ['struggling up the stairs', 'stairs'],
    ['forgetful', 'dementia'],
  ])('"%s" finds %s first', async (words, topic) => {
    const reply = await api.get(`/topics?q=${encodeURIComponent(words)}`)
    expect(shapes.topics.parse(reply.body)[0]?.id).toBe(topic)
  })
})
