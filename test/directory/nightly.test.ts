import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { progressText } from '../../src/cli/progress.ts'
import { pack } from '../../src/content/pack.ts'
import { demonstration } from '../../src/directory/demonstration.ts'
import { createDirectory } from '../../src/directory/directory.ts'
import { importDueFeeds } from '../../src/directory/nightly.ts'
import type { ImportReport } from '../../src/directory/oruk/import.ts'
import { frozenClock, HOUR } from '../fixture/time.ts'
import { askOf, feedServer, fixturePath, plainServices, type Mischief } from '../fixture/oruk/server.ts'
import { temporaryFolder, temporaryStore } from '../store/temporary.ts'
import { importText } from './directory.ts'

test('every night each feed of the pack is looked at once; one that fails does not hold up the next', async () => {
  const db = await temporaryStore()
  const clock = frozenClock()
  const mischief: Mischief = { services: plainServices(20), pageSize: 10 }
  const { app, asked } = feedServer(mischief)
  const reports: ImportReport[] = []
  const feeds = ['broken', 'good'].map((id) => ({
    id,
    name: id,
    url: `https://feed.example.org/${id === 'good' ? 'v3' : 'v9'}`,
    areas: ['E10000017'],
  }))
  const look = () =>
    importDueFeeds({
      db,
      feeds,
      councils: [],
      clock,
      api: { ask: askOf(app), pause: async () => {} },
      told: (one) => void reports.push(one),
    })
  await look()
  expect(reports.map(({ feed, outcome }) => [feed, outcome])).toEqual([
    ['broken', 'kept'],
    ['good', 'imported'],
  ])
  const before = asked.length
  clock.pass(HOUR)
  await look()
  expect(asked).toHaveLength(before)
  clock.pass(22 * HOUR)
  await look()
  expect(reports.slice(2).map(({ outcome }) => outcome)).toEqual(['kept', 'unchanged'])
  expect(await createDirectory({ db }).feeds()).toMatchObject([
    { id: 'broken', services: 0, fault: expect.stringMatching(/no list of services/) as string },
    { id: 'good', services: 20, fault: null },
  ])
})

describe('a pack names its feeds', () => {
  const base = {
    id: 'x',
    name: 'X',
    title: 'X',
    colours: { brand: '#000000', onBrand: '#ffffff', link: '#000000', button: '#000000' },
  }
  test('with an address that begins with https and the areas they are for', () => {
    expect(pack.parse(base).feeds).toEqual([])
    const feed = { id: 'county', name: 'County', url: 'https://feed.example.org/v3', areas: ['E10000017'] }
    expect(pack.parse({ ...base, feeds: [feed] }).feeds).toEqual([feed])
    for (const wrong of [{ url: 'http://feed.example.org' }, { areas: ['Lancashire'] }, { id: '' }])
      expect(pack.safeParse({ ...base, feeds: [{ ...feed, ...wrong }] }).success).toBe(false)
  })
})

test('the demonstration is invented, says so, and every entry comes in whole', async () => {
  const signposts = {
    handyperson: { name: 'Handyperson', what: 'Small jobs.' },
    shopmobility: { name: 'Shopmobility', what: 'Scooters.' },
  }
  const services = demonstration(signposts, '2026-11-21')
  expect(services).toHaveLength(14)
  for (const { name, description, alert, phones, url } of services) {
    expect(name).toMatch(/\(demonstration\)$/)
    expect(description).toMatch(/invented/)
    expect(alert).toMatch(/do not ring/)
    expect(phones![0]!.number).toMatch(/^01632 960\d{3}$/)
    expect(url).toMatch(/\.example\.org\/$/)
  }
  const db = await temporaryStore()
  const report = await importText(db, JSON.stringify(services), 'demonstration')
  expect(report).toMatchObject({ services: 14, rules: [] })
  const search = async (near: { lat: number; lon: number }, area: string) =>
    (
      await createDirectory({ db }).search({
        terms: ['handyperson'],
        near,
        areas: [area],
        today: '2026-11-21',
        limit: 1,
      })
    )[0]?.name
  expect(await search({ lat: 53.65, lon: -2.63 }, 'E10000017')).toBe('Chorley: Handyperson (demonstration)')
  expect(await search({ lat: 52.22, lon: 0.13 }, 'E10000003')).toBe('Cambridge: Handyperson (demonstration)')
})

test('how far an import has come', () => {
  expect(progressText('services', 1200, 5000, 300)).toBe('1,200 of 5,000 services, 300 a second, 13 s left')
  expect(progressText('services', 1200, undefined, 299.6)).toBe('1,200 services, 300 a second')
  expect(progressText('services', 10, 50_000, 1)).toBe('10 of 50,000 services, 1 a second, 14 h left')
})

describe('handrail import oruk', () => {
  const run = promisify(execFile)
  const handrail = async (folder: string, ...args: string[]) => {
    // Not the environment of the test run, which has a BASE_URL of its own.
    const env = { PATH: process.env['PATH'], DATABASE_FILE: join(folder, 'test.sqlite') }
    try {
      const { stdout } = await run('node_modules/.bin/tsx', ['src/cli/main.ts', 'import', ...args], { env })
      return { code: 0, stdout }
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { code, stdout, stderr }
    }
  }

  test('takes a file in, says what it did, and leaves wrong use with an explanation', async () => {
    const folder = await temporaryFolder()
    const first = await handrail(folder, 'oruk', fixturePath, '--feed', 'Our Feed', '--json')
    expect(JSON.parse(first.stdout)).toMatchObject({ feed: 'our-feed', outcome: 'imported', services: 11 })
    const again = await handrail(folder, 'oruk', fixturePath, '--feed', 'our-feed')
    expect(again.stdout).toMatch(/The feed holds what it held[^]*14 read, 11 live, 3 refused, 11 before/)
    expect(again.stdout).toMatch(
      /dropped 1 x age-dropped: not a possible age, such as -1\n {4}Marsh Lane handyperson · maximum_age · "-1"/,
    )
    expect(await handrail(folder, 'oruk', fixturePath, '--area', 'Lancashire')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no ONS code/) as string,
    })
    expect(await handrail(folder, 'oruk', 'http://192.168.1.1/v3', '--feed', 'our-feed')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/private network[^]*NOTHING WAS TAKEN IN/) as string,
    })
    expect(await handrail(folder, 'oruk', '--remove', 'our-feed')).toMatchObject({
      code: 0,
      stdout: 'The feed "our-feed" and its 11 services were taken out.\n',
    })
  }, 60_000)
})

test('every rule of mending has its line in the documentation', async () => {
  const { RULES } = await import('../../src/directory/oruk/mend/ledger.ts')
  const page = readFileSync('docs/directory.md', 'utf8')
  expect(Object.keys(RULES).filter((rule) => !page.includes(`\`${rule}\``))).toEqual([])
})
