import { beforeEach, describe, expect, test } from 'vitest'
import { products, type Listed } from '../../../src/directory/products.ts'
import { LARGEST } from '../../../src/directory/products/bytes.ts'
import { csv, NOW, packed, pieces, row, rss, take, way } from '../../fixture/feed.ts'
import { temporaryStore } from '../../store/temporary.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'

const ANY = { leastLimit: null, limitMayBeUnsaid: true, size: null }
const DAY = 86_400_000

let db: SqliteDatabase
beforeEach(async () => {
  db = await temporaryStore()
})

const listed = async (type = 'walking-stick', suppliers = ['elm'], now = NOW): Promise<readonly Listed[]> =>
  (await products(db).list(type, ANY, { suppliers, now }, { from: 0, size: 100 })).products
const names = async (type?: string, suppliers?: string[]): Promise<string[]> =>
  (await listed(type, suppliers)).map(({ name }) => name)
const rowsIn = async (): Promise<number> =>
  (await db.prepare('SELECT COUNT(*) AS n FROM product').first<{ n: number }>())!.n

describe('a feed in our own columns', () => {
  test('is kept with all that it says, money in pence, weights in kg, lengths in cm', async () => {
    const report = await take(
      db,
      csv(row({ max_user_weight: '20 st 6 lb', picture: 'https://shop.example.org/s1.jpg' })),
      {
        name: 'Elm Aids',
      },
    )
    expect(report).toMatchObject({ ok: true, rows: 1, accepted: 1, refused: [], mended: [] })
    expect(await listed()).toEqual([
      {
        supplier: 'elm',
        supplierName: 'Elm Aids',
        sku: 'S1',
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        type: 'walking-stick',
        name: 'Oak walking stick',
        price: 1299,
        vatReliefPrice: 1083,
        stock: 'in',
        weightLimit: 129.7,
        sizeFrom: 70,
        sizeTo: 95,
        length: null,
        width: null,
        height: null,
        link: 'https://shop.example.org/s1',
        picture: 'https://shop.example.org/s1.jpg',
        demo: false,
        asOf: NOW,
      },
    ])
  })

  test('takes the place of the last one, and a product keeps its id', async () => {
    await take(db, csv(row(), row({ id: 'S2', name: 'Ash walking stick' })))
    const before = (await listed()).find(({ sku }) => sku === 'S1')
    await take(db, csv(row({ name: 'Oak walking stick, new' })), { now: NOW + DAY })
    expect((await listed()).map(({ id, name }) => [id, name])).toEqual([[before!.id, 'Oak walking stick, new']])
    expect(await rowsIn()).toBe(1)
  })

  test('may be of tabs or semicolons, with a byte order mark and Windows line ends', async () => {
    const text = csv(row(), row({ id: 'S2', name: 'Stick, 36"' })).replaceAll('\n', '\r\n')
    expect(await take(db, `\ufeff${text}`)).toMatchObject({ ok: true, accepted: 2 })
    const tabs = `${'id\tname\tprice\tlink\tiso9999\tiso9999_edition'}\nT1\tStick 36" long\t9.99\thttps://a.example.org/1\t120303\t2016\n`
    expect(await take(db, tabs, { supplier: 'tab' })).toMatchObject({ ok: true, accepted: 1 })
    expect(await names('walking-stick', ['tab'])).toEqual(['Stick 36" long'])
    expect(await take(db, tabs.replace('36" ', '').replaceAll('\t', ';'), { supplier: 'semi' })).toMatchObject({
      ok: true,
      accepted: 1,
    })
  })

  test('may be packed', async () => {
    expect(await take(db, packed(csv(row())))).toMatchObject({ ok: true, accepted: 1 })
  })

  test('may be of several suppliers, each with its name, and one supplier’s emptiness does not hold up the others', async () => {
    const text = [
      'supplier,supplier_name,id,name,price,link,iso9999,iso9999_edition',
      'elm,Elm Aids,1,Oak stick,9,https://a.example.org/1,12 03 03,2016',
      'ash,<b>Ash</b> Mobility,1,Ash stick,8,https://b.example.org/1,12 03 03,2016',
      'yew,Yew Ltd,1,A hoist,800,https://c.example.org/1,12 36 03,2016',
    ].join('\n')
    const report = await take(db, text, { supplier: undefined } as object)
    expect(report.ok).toBe(false)
    expect(report.suppliers.map(({ supplier, outcome }) => [supplier, outcome])).toEqual([
      ['elm', 'shown'],
      ['ash', 'shown'],
      ['yew', 'kept'],
    ])
    expect((await listed('walking-stick', ['elm', 'ash', 'yew'])).map((one) => one.supplierName)).toEqual([
      'Ash Mobility',
      'Elm Aids',
    ])
  })
})

describe('a Google feed', () => {
  const item = `<g:id>G1</g:id><title>Folding walking stick &amp; strap</title><link>https://shop.example.org/g1</link>
    <g:image_link>https://shop.example.org/g1.jpg</g:image_link><g:availability>in_stock</g:availability>
    <g:shipping><g:country>GB</g:country><g:price>4.95 GBP</g:price></g:shipping><g:price>24.00 GBP</g:price>
    <g:google_product_category>Health &amp; Beauty > Canes</g:google_product_category><g:product_height>90 cm</g:product_height>
    <g:product_detail><g:section_name>General</g:section_name><g:attribute_name>Maximum user weight</g:attribute_name>
      <g:attribute_value>16 stone</g:attribute_value></g:product_detail>
    <g:product_detail><g:attribute_name>Handle height</g:attribute_name><g:attribute_value>33" - 37"</g:attribute_value></g:product_detail>
    <description><![CDATA[<p>Holds 30 stone!</p>]]></description>`
  const mapping = [way({ type: 'walking-stick', google: ['Health & Beauty > Canes'] })]

  test('as XML: its attributes and details, and nothing out of the description or the postage', async () => {
    expect(await take(db, rss(item), { mapping })).toMatchObject({ ok: true, accepted: 1 })
    expect(await listed()).toMatchObject([
      {
        name: 'Folding walking stick & strap',
        price: 2400,
        weightLimit: 101.6,
        sizeFrom: 83.8,
        sizeTo: 94,
        height: 90,
        stock: 'in',
        picture: 'https://shop.example.org/g1.jpg',
      },
    ])
  })

  test('as XML in the letters that it says it is written in', async () => {
    const text = rss(item.replace('strap', 'strap, £ off')).replace('UTF-8', 'ISO-8859-1')
    expect(await take(db, Buffer.from(text, 'latin1'), { mapping })).toMatchObject({ ok: true })
    expect(await names()).toEqual(['Folding walking stick & strap, £ off'])
  })

  test('as Atom', async () => {
    const atom = rss(item)
      .replace(/<rss[^>]*><channel>/, '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="g">')
      .replace('</channel></rss>', '</feed>')
      .replaceAll(/<(\/?)item>/g, '<$1entry>')
      .replace('<link>https://shop.example.org/g1</link>', '<link href="https://shop.example.org/g1"/>')
    expect(await take(db, atom, { mapping })).toMatchObject({ ok: true, accepted: 1 })
  })

  test('as TSV', async () => {
    const tsv = [
      'id\ttitle\tlink\tprice\tavailability\tgoogle product category\tproduct_detail',
      'G1\tStick\thttps://shop.example.org/g1\t24.00 GBP\tout of stock\tHealth & Beauty > Canes\tGeneral:Weight capacity:120 kg',
    ].join('\n')
    expect(await take(db, tsv, { mapping })).toMatchObject({ ok: true, accepted: 1 })
    expect(await listed()).toMatchObject([{ price: 2400, stock: 'out', weightLimit: 120 }])
  })
})

describe('what is refused or mended, by rule and row', () => {
  test.each<[string, Record<string, string>]>([
    ['assessed-only', { name: 'Quad stick', iso9999: '12 03 16' }],
    ['get-advice', { name: 'Shower chair', iso9999: '09 33 07' }],
    ['not-sold', { name: 'Journey card', iso9999: '22 27 99' }],
    ['unsafe-link', { link: 'http://shop.example.org/s1' }],
    ['unsafe-link', { link: 'javascript:alert(1)' }],
    ['unsafe-link', { link: 'https://10.0.0.1/s1' }],
    ['price-missing', { price: '' }],
    ['price-unclear', { price: '12 EUR' }],
    ['price-impossible', { price: '0.00' }],
    ['price-impossible', { price: '99999' }],
    ['vat-relief-impossible', { vat_relief_price: '13.50' }],
    ['vat-relief-impossible', { vat_relief_price: '1.00' }],
    ['weight-impossible', { max_user_weight: '20' }],
    ['weight-impossible', { max_user_weight: '2000 kg' }],
    ['weight-unclear', { max_user_weight: 'heavy people' }],
    ['id-missing', { id: '' }],
    ['name-missing', { name: '<br>' }],
    ['unknown-type', { iso9999: '99 99 99' }],
    ['iso-edition-missing', { iso9999_edition: '' }],
  ])('%s: %j', async (rule, given) => {
    const report = await take(db, csv(row({ id: 'good' }), row(given)))
    expect(report.refused).toMatchObject([{ rule, count: 1, rows: [2] }])
    expect(report.refused[0]!.example.length).toBeGreaterThan(10)
    expect(await names()).toEqual(['Oak walking stick'])
  })

  test.each<[string, Record<string, string>, object]>([
    ['name-cleaned', { name: '<b>Oak</b> walking  stick' }, { name: 'Oak walking stick' }],
    ['picture-dropped', { picture: 'http://shop.example.org/s1.jpg' }, { picture: null }],
    ['stock-unknown', { stock: 'perhaps' }, { stock: 'unknown' }],
    ['vat-relief-dropped', { vat_relief_price: 'ask' }, { vatReliefPrice: null }],
  ])('%s', async (rule, given, kept) => {
    const report = await take(db, csv(row(given)))
    expect(report.mended).toMatchObject([{ rule, count: 1, rows: [1] }])
    expect(await listed()).toMatchObject([kept])
  })

  test('what everybody buys has no VAT relief', async () => {
    const report = await take(db, csv(row({ name: 'Talking clock', iso9999: '22 27 12' })))
    expect(report.mended).toMatchObject([{ rule: 'vat-relief-dropped' }])
    expect(await listed('talking-clock')).toMatchObject([{ vatReliefPrice: null }])
  })

  test('of a thousand mistakes the first rows are told, and all are counted', async () => {
    const bad = Array.from({ length: 1000 }, (_, n) => row({ id: `b${n}`, price: 'free' }))
    const report = await take(db, csv(row(), ...bad))
    expect(report.refused).toMatchObject([{ rule: 'price-unclear', count: 1000 }])
    expect(report.refused[0]!.rows).toHaveLength(20)
  })
})

describe('a feed that cannot be used changes nothing, and says why', () => {
  const lines = (n: number) => Array.from({ length: n }, (_, i) => row({ id: `N${i}` }))

  test.each<[string, string | Uint8Array, string, object]>([
    ['a row with a value too few', csv(...lines(600), 'S2,Oak'), 'row 601 has 2 values', { line: 602 }],
    ['a quote that is not closed', csv(row(), 'S2,"Oak,1,2'), 'row 2 opens a quote', { line: 3, column: 2 }],
    [
      'a quote inside a value',
      csv(row(), row({ id: 'S2' }).replace('Oak', '"Oak" fine')),
      'row 2 has a quote',
      { line: 3 },
    ],
    ['an id twice', csv(...lines(300), row({ id: 'N7' })), 'row 301 has the id "N7" of row 8', { line: 302 }],
    ['no header that we know', 'a,b,c\n1,2,3\n', '"id", "name", "price", "link" are not there', { line: 1 }],
    ['a column twice', `${csv(row()).replace('picture', 'name')}`, '"name" is there twice', { line: 1 }],
    ['no rows', csv(), 'has no products', {}],
    ['nothing at all', '', 'is empty', {}],
    ['a web page', '\n<!DOCTYPE html><html><body>Log in</body></html>', 'a web page (HTML)', {}],
    ['JSON', '{"products":[]}', 'this is JSON', {}],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 and more of it'), 'a spreadsheet', {}],
    ['UTF-16', Buffer.from(`\ufeff${csv(row())}`, 'utf16le'), 'UTF-16', {}],
    [
      'letters of Windows',
      Buffer.from(csv(row(), row({ id: 'S2', name: 'Oak – £5 off' })), 'latin1'),
      'not written in UTF-8',
      { line: 3 },
    ],
    ['half a packed file', packed(csv(...lines(500))).subarray(0, 300), 'damaged or not whole', {}],
    ['XML that breaks off', rss('<g:id>1</g:id>').slice(0, -20), 'the XML is broken', { line: 3 }],
    ['XML of another kind', '<?xml version="1.0"?><sitemap/>', 'begins with <sitemap>', { line: 1 }],
    [
      'an entity that would grow',
      '<!DOCTYPE r [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>',
      'the XML is broken',
      {},
    ],
  ])('%s', async (_, text, message, at) => {
    await take(db, csv(row()))
    const report = await take(db, text, { now: NOW + DAY })
    expect(report.ok).toBe(false)
    expect(report.failed).toMatchObject(at)
    expect(report.failed!.message).toContain(message)
    expect(await names()).toEqual(['Oak walking stick'])
    expect(await rowsIn()).toBe(1)
  })

  test('200 MB of it: it is stopped on the way', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(`${csv(row())}\n`)
      const chunk = new TextEncoder().encode(`${row({ name: 'x'.repeat(40_000), iso9999: '' })}\n`)
      for (let size = 0; size < 2 * LARGEST; size += chunk.length) yield chunk
    }
    await take(db, csv(row()))
    const report = await take(db, '', { bytes: endless(), now: NOW + DAY })
    // Every row has the same id: it ends there, long before the end.
    expect(report.failed!.message).toContain('has the id "S1" of row 1')
    async function* spaces(): AsyncGenerator<Uint8Array> {
      const blank = new TextEncoder().encode(`${' '.repeat(999)}\n`.repeat(1000))
      yield new TextEncoder().encode(rss().split('<channel>')[0]!)
      for (let size = 0; size < 2 * LARGEST; size += blank.length) yield blank
    }
    const second = await take(db, '', { bytes: spaces(), now: NOW + DAY })
    expect(second.failed!.message).toContain('larger than 100 MB')
    expect(await names()).toEqual(['Oak walking stick'])
  }, 60_000)

  test('of another supplier than was said, or of none', async () => {
    const text = 'supplier,id,name,price,link\nash,1,Stick,9,https://a.example.org/1'
    expect((await take(db, text)).failed!.message).toContain('of the supplier "ash", not of "elm"')
    expect((await take(db, csv(row()), { supplier: undefined } as object)).failed!.message).toContain(
      'names no supplier',
    )
  })

  test('none of whose products may be shown: what there was stays', async () => {
    await take(db, csv(row()))
    const report = await take(db, csv(row({ price: '' })), { now: NOW + DAY })
    expect(report.suppliers).toMatchObject([{ outcome: 'kept', products: 0, before: 1 }])
    expect(await names()).toEqual(['Oak walking stick'])
    expect(await rowsIn()).toBe(1)
  })

  test('suddenly far smaller: what there was stays, unless somebody says that it is right', async () => {
    await take(db, csv(...lines(100)))
    const report = await take(db, csv(row()), { now: NOW + DAY })
    expect(report).toMatchObject({ ok: false, suppliers: [{ outcome: 'kept', before: 100 }] })
    expect(await rowsIn()).toBe(100)
    expect(await take(db, csv(row()), { now: NOW + DAY, fewer: true })).toMatchObject({ ok: true })
    expect(await names()).toEqual(['Oak walking stick'])
  })

  test('while the store cannot be written: that is an error of the store, and what there was stays', async () => {
    await take(db, csv(row()))
    let writes = 0
    const failing = {
      prepare: db.prepare.bind(db),
      batch: (all: never) => (writes++ === 1 ? Promise.reject(new Error('disk')) : db.batch(all)),
    }
    await expect(take(failing, csv(...lines(600)), { now: NOW + DAY })).rejects.toThrow('disk')
    expect(await names()).toEqual(['Oak walking stick'])
    expect(await rowsIn()).toBe(1)
  })
})

test('two imports of one supplier at once: one is shown, whole', async () => {
  const many = (name: string) =>
    csv(...Array.from({ length: 700 }, (_, n) => row({ id: `${n}`, name: `${name} stick` })))
  const both = await Promise.allSettled([take(db, many('Oak')), take(db, many('Ash'), { now: NOW + 1 })])
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
  const { total } = await products(db).list(
    'walking-stick',
    ANY,
    { suppliers: ['elm'], now: NOW },
    { from: 0, size: 1 },
  )
  expect(total).toBe(700)
  expect(new Set((await listed()).map(({ name }) => name)).size).toBe(1)
})

test('what has not been imported for a month is not shown: its prices are nobody’s word any more', async () => {
  await take(db, csv(row()))
  await take(db, csv(row()), { supplier: 'demo-elm' })
  expect(await listed('walking-stick', ['elm', 'demo-elm'], NOW + 30 * DAY)).toHaveLength(2)
  expect((await listed('walking-stick', ['elm', 'demo-elm'], NOW + 32 * DAY)).map(({ supplier }) => supplier)).toEqual([
    'demo-elm',
  ])
})

test('progress tells how many bytes and rows were read', async () => {
  const seen: Array<[number, number]> = []
  const text = csv(...Array.from({ length: 50 }, (_, n) => row({ id: `${n}` })))
  await take(db, '', { bytes: pieces(text, 500), progress: (bytes, rows) => void seen.push([bytes, rows]) })
  expect(seen.at(-1)![0]).toBe(Buffer.byteLength(text))
})
