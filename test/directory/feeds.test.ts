import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createDirectory } from '../../src/directory/directory.ts'
import { apiSource } from '../../src/directory/oruk/api.ts'
import { importFeed } from '../../src/directory/oruk/import.ts'
import { checkAddress, isPublic } from '../../src/directory/oruk/read/address.ts'
import type { Ask } from '../../src/directory/oruk/read/ask.ts'
import { fetchPage } from '../../src/directory/oruk/read/fetch.ts'
import { guardedAsk } from '../../src/directory/oruk/read/guarded.ts'
import { Edition } from '../../src/directory/services/editions.ts'
import { removeFeed } from '../../src/directory/services/feeds.ts'
import type { Database } from '../../src/store/database.ts'
import { fixtureServices, plainServices, type Mischief } from '../fixture/oruk/server.ts'
import { temporaryStore } from '../store/temporary.ts'
import { counts, importFile, importFrom, importText, NAMES } from './directory.ts'

const live = async (db: Database): Promise<number> =>
  (await createDirectory({ db }).services({}, { offset: 0, size: 1 })).total

describe('a feed that behaves', () => {
  test('every page is read', async () => {
    const db = await temporaryStore()
    const report = await importFrom(db, { services: plainServices(25), pageSize: 10 })
    expect(report).toMatchObject({ outcome: 'imported', read: 25, services: 25, pages: 3 })
    expect(await live(db)).toBe(25)
  })

  test('a shallow list: each service is fetched, and those that have not changed only once', async () => {
    const db = await temporaryStore()
    const services = fixtureServices().filter((one) => typeof one === 'object') as Mischief['services']
    const whole: Mischief['services'] = services
      .slice(0, 3)
      .map((one) => ({ ...one, last_modified: '2026-05-01T10:00:00Z' }))
    const first = await importFrom(db, { services: whole, pageSize: 2, shallow: true })
    expect(first).toMatchObject({ outcome: 'imported', services: 3, requests: 5 })
    const found = await createDirectory({ db }).service(String(whole[0]!['id']))
    expect(found?.phones).toHaveLength(1)

    const changed = whole.map((one, i) =>
      i === 1 ? { ...one, name: 'A new name', last_modified: '2026-06-01T10:00:00Z' } : one,
    )
    const second = await importFrom(db, { services: changed, pageSize: 2, shallow: true })
    expect(second.asked.filter((path) => !path.includes('?'))).toEqual([`/v3/services/${String(whole[1]!['id'])}`])
    expect(second).toMatchObject({ outcome: 'imported', services: 3 })
    expect((await createDirectory({ db }).service(String(whole[0]!['id'])))?.phones).toHaveLength(1)
  })

  test('a list whose full records say no more is believed after three of them', async () => {
    const db = await temporaryStore()
    const report = await importFrom(db, { services: plainServices(40), pageSize: 40, shallow: true }, { abreast: 1 })
    expect(report).toMatchObject({ outcome: 'imported', services: 40, requests: 4 })
  })

  test('one page with an ETag: the second night is one request', async () => {
    const db = await temporaryStore()
    const mischief = { services: fixtureServices() as Mischief['services'], pageSize: 50, etag: '"one"' }
    await importFrom(db, mischief)
    const second = await importFrom(db, mischief)
    expect(second).toMatchObject({ outcome: 'unchanged', requests: 1, read: 0, services: 11 })
    expect(await live(db)).toBe(11)
  })

  test('the same services in another order are no change', async () => {
    const db = await temporaryStore()
    await importFrom(db, { services: plainServices(12), pageSize: 5 })
    const second = await importFrom(db, { services: plainServices(12).toReversed(), pageSize: 5 })
    expect(second).toMatchObject({ outcome: 'unchanged', services: 12 })
  })

  test('packed with gzip', async () => {
    const db = await temporaryStore()
    expect(await importFrom(db, { services: plainServices(3), pageSize: 9, gzip: true })).toMatchObject({ services: 3 })
  })

  test('two feeds stand side by side; a service that both have is shown once; one can be taken out', async () => {
    const db = await temporaryStore()
    const directory = createDirectory({ db })
    await importFile(db)
    await importText(db, JSON.stringify(fixtureServices().slice(0, 2)), 'other')
    expect(await live(db)).toBe(11)
    await importText(db, JSON.stringify(plainServices(2)), 'other')
    expect(await live(db)).toBe(13)
    expect(await removeFeed(db, 'fixture')).toBe(11)
    expect(await live(db)).toBe(2)
    expect((await directory.feeds()).map(({ id }) => id)).toEqual(['other'])
    const rows = await db.prepare('SELECT COUNT(*) AS n FROM service').first<{ n: number }>()
    expect(rows?.n).toBe(2)
  })
})

test('an import that was cut off is seen by nobody, and swept up by the next one', async () => {
  const db = await temporaryStore()
  await importFile(db)
  const cutOff = await Edition.open(db, { feed: 'fixture', areas: [], names: NAMES, now: 0 })
  for (const { id, name } of plainServices(300) as Array<{ id: string; name: string }>)
    await cutOff.add({ id, name, status: 'active' })
  await cutOff.settled()
  expect(await live(db)).toBe(11)
  expect(await createDirectory({ db }).search({ words: 'service 7', today: '2026-11-21' })).toEqual([])
  await importText(db, JSON.stringify(fixtureServices().slice(0, 3)), 'fixture')
  await importText(db, JSON.stringify(fixtureServices()), 'fixture')
  for (const table of ['service', 'service_search']) {
    const rows = await db.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<{ n: number }>()
    expect(rows?.n, table).toBe(11)
  }
})

describe('a feed that misbehaves: the last good copy stays', () => {
  const good = plainServices(30)
  const json = (text: string, type = 'application/json') => new Response(text, { headers: { 'Content-Type': type } })
  const cases: ReadonlyArray<readonly [string, Partial<Mischief>, string, RegExp]> = [
    ['a web page', { instead: () => json('<!doctype html><p>Not found</p>', 'text/html') }, 'not-data', /web page/],
    [
      'broken JSON on page 2',
      { instead: (page) => (page === 2 ? json('{"contents":[\n{"id": "x", "name" "y"}]}') : undefined) },
      'bad-json',
      /page 2: line 2, column 20: this is not JSON\. Expected a colon/,
    ],
    ['a cut-off page', { instead: () => json('{"contents":[{"id":"a"') }, 'bad-json', /closing bracket/],
    ['an error in place of a list', { instead: () => json('{"message":"database is down"}') }, 'not-data', /no list/],
    ['nothing in it', { services: [] }, 'empty', /no services/],
    ['nearly nothing in it', { services: good.slice(0, 9) }, 'shrunk', /only 9 services; the last good copy has 30/],
    [
      'a fault at page 2',
      { instead: (page) => (page === 2 ? new Response('', { status: 403 }) : undefined) },
      'refused',
      /403 at page 2/,
    ],
    ['a server that stays busy', { busy: 99 }, 'refused', /503 3 times/],
    [
      'damaged gzip',
      { instead: () => new Response(new Uint8Array(gzipSync('{"contents":[]}')).slice(0, 15)) },
      'bad-gzip',
      /damaged/,
    ],
    ['an unknown charset', { instead: () => json('[]', 'application/json; charset=klingon') }, 'charset', /klingon/],
  ]
  test.for(cases)('%s', async ([, mischief, code, message]) => {
    const db = await temporaryStore()
    await importFrom(db, { services: good, pageSize: 10 })
    const report = await importFrom(db, { services: good, pageSize: 10, ...mischief })
    expect(report.outcome).toBe('kept')
    expect(report.fault?.code).toBe(code)
    expect(report.message).toMatch(message)
    expect(await live(db)).toBe(30)
    expect((await createDirectory({ db }).feeds())[0]).toMatchObject({ fault: report.message, services: 30 })
    const rows = await db.prepare('SELECT COUNT(*) AS n FROM service').first<{ n: number }>()
    expect(rows?.n, 'nothing is left behind of the copy that failed').toBe(30)
  })

  test('a server that is busy for a moment is asked again', async () => {
    const db = await temporaryStore()
    expect(await importFrom(db, { services: good, pageSize: 10, busy: 2 })).toMatchObject({ outcome: 'imported' })
  })

  test('a smaller copy is taken when someone says that it is right', async () => {
    const db = await temporaryStore()
    await importFrom(db, { services: good, pageSize: 10 })
    const report = await importFrom(db, { services: good.slice(0, 3), pageSize: 10 }, { acceptShrink: true })
    expect(report).toMatchObject({ outcome: 'imported', services: 3, before: 30 })
  })

  test('pages that come round again are read once', async () => {
    const db = await temporaryStore()
    const report = await importFrom(db, { services: plainServices(20), pageSize: 5, loop: true })
    expect(report).toMatchObject({ outcome: 'imported', services: 5, pages: 2 })
    expect(counts(report)).toEqual({ 'page-loop': 1, 'fewer-than-said': 1 })
  })

  test('a feed that ends in a 404 and a full record that is missing', async () => {
    const db = await temporaryStore()
    const services = fixtureServices().slice(0, 3) as Mischief['services']
    const report = await importFrom(db, {
      services,
      pageSize: 2,
      shallow: true,
      mute: true,
      missing: new Set([String(services[1]!['id'])]),
    })
    expect(report).toMatchObject({ outcome: 'imported', services: 3 })
    expect(counts(report)['detail-missing']).toBe(1)
  })

  test('a missing endpoint is named', async () => {
    const db = await temporaryStore()
    const report = await importFrom(db, { services: [], pageSize: 1 }, { address: 'https://feed.example.org/wrong' })
    expect(report.message).toBe(
      'There is no list of services at https://feed.example.org/wrong/services or https://feed.example.org/wrong.',
    )
  })
})

describe('a file', () => {
  test.for([
    ['{"contents": [{"id": "a", "name": "A"},\n  {"id": "b" "name": "B"}]}', 2, 14, 'a comma or }'],
    ['{"contents": [{"id": "a"}\n {"id": "b"}]}', 2, 2, 'a comma or ]'],
    ['[{"name": "A"},', 1, 15, 'more: the text ends too early'],
    ['id,name\n1,A', 1, 1, '{ or ['],
  ] as const)('broken at a place: %s', async ([text, line, column, expected]) => {
    const report = await importText(await temporaryStore(), text)
    expect(report.fault).toEqual({ code: 'bad-json', line, column })
    expect(report.message).toBe(`feed.json: line ${line}, column ${column}: this is not JSON. Expected ${expected}.`)
    expect(report.services).toBe(0)
  })

  test('one service a line, gzip, a byte order mark, and a wrong charset', async () => {
    const line = (name: string) =>
      JSON.stringify({ id: `00000000-0000-4000-8000-0000000000${name}`, name: `Café ${name}` })
    const name = async (bytes: string | Uint8Array<ArrayBuffer>) => {
      const db = await temporaryStore()
      const report = await importText(db, bytes)
      const { found } = await createDirectory({ db }).services({}, { offset: 0, size: 9 })
      return [found.map((one) => one.name).join(), counts(report)['charset'] ?? 0]
    }
    expect(await name(`${line('01')}\n${line('02')}\n`)).toEqual(['Café 01,Café 02', 0])
    expect(await name(new Uint8Array(gzipSync(`[${line('01')}]`)))).toEqual(['Café 01', 0])
    expect(await name(new Uint8Array(Buffer.from(`\ufeff[${line('01')}]`)))).toEqual(['Café 01', 0])
    expect(await name(new Uint8Array(Buffer.from(`\ufeff[${line('01')}]`, 'utf16le')))).toEqual(['Café 01', 0])
    expect(await name(new Uint8Array(Buffer.from(`[${line('01')}]`, 'latin1')))).toEqual(['Café 01', 1])
  })
})

describe('where feeds may be fetched from', () => {
  test.for([
    'http://localhost/v3',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[fd00::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[64:ff9b::a00:1]/',
    'http://[fe80::1]/',
    'http://db.internal/',
    'http://intranet/',
    'http://printer.local/',
  ])('not %s', (address) => expect(() => checkAddress(address, false)).toThrow(/private network/))

  test.for(['file:///etc/passwd', 'ftp://example.org/', 'http://user:word@example.org/', 'nonsense'])(
    'nor %s',
    (address) => expect(() => checkAddress(address, false)).toThrow(/address|allowed|password/),
  )

  test('but the public internet', () => {
    expect(checkAddress('https://feed.example.org/v3', false).host).toBe('feed.example.org')
    expect(isPublic('93.184.216.34')).toBe(true)
    expect(isPublic('2606:4700::6810:84e5')).toBe(true)
  })

  const answers =
    (table: Record<string, Response>): Ask =>
    async (url) => {
      const response = table[url.href] ?? new Response('', { status: 404 })
      return {
        status: response.status,
        header: (name) => response.headers.get(name) ?? undefined,
        body: (async function* () {})(),
        discard: () => {},
      }
    }
  const to = (location: string) => new Response('', { status: 302, headers: { Location: location } })

  test('a redirect to a private address is refused, one to a public address is followed, and a ring is left', async () => {
    const ask = answers({
      'https://a.example.org/': to('http://169.254.169.254/latest'),
      'https://b.example.org/': to('/there'),
      'https://b.example.org/there': new Response('', { status: 200 }),
      'https://c.example.org/': to('https://c.example.org/'),
      'https://d.example.org/': to('file:///etc/passwd'),
    })
    await expect(fetchPage('https://a.example.org/', {}, { ask })).rejects.toMatchObject({ code: 'private-address' })
    expect((await fetchPage('https://b.example.org/', {}, { ask })).url.pathname).toBe('/there')
    await expect(fetchPage('https://c.example.org/', {}, { ask })).rejects.toMatchObject({ code: 'redirects' })
    await expect(fetchPage('https://d.example.org/', {}, { ask })).rejects.toMatchObject({ code: 'bad-address' })
  })

  test('a certificate that proves nothing is named', async () => {
    const ask: Ask = () => Promise.reject(Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }))
    await expect(fetchPage('https://a.example.org/', {}, { ask })).rejects.toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('CERT_HAS_EXPIRED') as string,
    })
  })
})

describe('over a real connection', () => {
  const listen = async (handler: Parameters<typeof createServer>[1]): Promise<string> => {
    const server = createServer(handler)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    onTestFinished(() => void (server.closeAllConnections(), server.close()))
    return `http://localhost:${(server.address() as AddressInfo).port}`
  }
  const fetchFrom = async (db: Database, address: string, patience = 300) =>
    importFeed({
      db,
      feed: { id: 'real', name: 'real', areas: [] },
      source: apiSource(`${address}/v3`, {
        ask: guardedAsk({ inside: true }),
        inside: true,
        patience,
        pause: async () => {},
      }),
      names: NAMES,
      clock: () => 0,
    })

  test('the address that a name stands for is looked at when the connection is made', async () => {
    const base = await listen((_, response) => response.end('[]'))
    const url = new URL(base)
    const ask = guardedAsk()
    await expect(ask(url, {}, new AbortController().signal)).rejects.toMatchObject({ code: 'private-address' })
  })

  test('gzip and pages of any length come through; a server that says nothing is not waited for', async () => {
    const db = await temporaryStore()
    const good = await listen((_, response) => {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(
        gzipSync(
          JSON.stringify({ total_pages: 1, contents: plainServices(2000).map((one) => ({ ...one, contacts: [{}] })) }),
        ),
      )
    })
    expect(await fetchFrom(db, good, 5000)).toMatchObject({ outcome: 'imported', services: 2000 })
    const silent = await listen(() => {})
    const report = await fetchFrom(db, silent)
    expect(report.fault?.code).toBe('timeout')
    expect(await live(db)).toBe(2000)
  })

  test('a server that stops in the middle, and one that is not there', async () => {
    const db = await temporaryStore()
    const cut = await listen((_, response) => {
      response.writeHead(200, { 'Content-Length': '1000' })
      response.write('{"contents":[')
      setTimeout(() => response.destroy(), 20)
    })
    expect((await fetchFrom(db, cut)).fault?.code).toBe('unreachable')
    expect((await fetchFrom(db, 'http://localhost:9')).fault?.code).toBe('unreachable')
  })

  test('a page without end is given up at the limit, and memory does not grow with it', async () => {
    const db = await temporaryStore()
    const filler = `{"id":"00000000-0000-4000-8000-000000000001","name":"${'x'.repeat(100_000)}"},`
    const endless = await listen((_, response) => {
      response.write('{"contents":[')
      const more = (): void => {
        while (response.write(filler));
        response.once('drain', more)
      }
      more()
    })
    const report = await fetchFrom(db, endless, 5000)
    expect(report.fault?.code).toBe('too-large')
    expect(report.message).toMatch(/larger than 100 MB/)
  })
})
