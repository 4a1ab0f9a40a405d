import { gzipSync } from 'node:zlib'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import { readPlaces } from '../../src/directory/import/read.ts'
import type { Imported } from '../../src/directory/import/write.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { HEADER, LINES, NAMES, town } from './town.ts'

let library: Library
beforeAll(async () => {
  library = await compile()
}, 30_000)

async function read(
  contents: string | Buffer,
  options: { name?: string; lookup?: string | Buffer } = {},
): Promise<Imported> {
  const folder = await temporaryFolder()
  const file = join(folder, options.name ?? 'ONSPD_NOV_2026_UK.csv')
  await writeFile(file, contents)
  const lookups = options.lookup === undefined ? [] : [join(folder, 'names.csv')]
  if (lookups[0]) await writeFile(lookups[0], options.lookup!)
  return readPlaces({ file, lookups, areas: library, now: 0 })
}

describe('a postcode file is read', () => {
  test('in the columns of the ONS Postcode Directory, with what is left out counted', async () => {
    const { edition, size, leftOut } = await read(town(), { lookup: NAMES })
    expect(edition.name).toBe('ONSPD_NOV_2026_UK')
    expect(size).toMatchObject({ postcodes: 13, outwards: 7, wards: 7, wardsWithNames: 2 })
    expect(leftOut).toEqual({ ended: 1, odd: 0, nowhere: 0, repeated: 0 })
  })

  test.each([
    ['of 2021', 'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,ctry,lsoa11,lsoa21,lat,long,icb'],
    ['of the NSPL', 'pcd,pcd2,pcds,dointr,doterm,cty,ced,laua,ward,ctry,lsoa01,lsoa11,lat,long,icb'],
    ['of 2026 in capitals', HEADER.replaceAll('25cd', '26cd').toUpperCase()],
    ['quoted, after a byte order mark', `\uFEFF"${HEADER.replaceAll(',', '","')}"`],
  ])('with its columns named as in the edition %s', async (_, header) => {
    const { size } = await read(town().replace(HEADER, header))
    expect(size).toMatchObject({ postcodes: 13, wards: 7, councils: 5 })
  })

  test('gzipped', async () => {
    const { edition, size } = await read(gzipSync(town()), { name: 'ONSPD.csv.gz' })
    expect([edition.name, size.postcodes]).toEqual(['ONSPD', 13])
  })

  test('in a small extract, whose wards and districts a list fills in', async () => {
    const lookup = `${NAMES}E01012571,Blackburn 006A,E05011508,Audley,E06000008,Blackburn with Darwen\n`
    const slim = 'postcode,lat,lon,lsoa21\nBB1 1AB,53.7491,-2.45994,E01012571\nPR7 1AB,53.65485,-2.62904,E01024940\n'
    const { size, edition } = await read(slim, { lookup })
    expect(size).toMatchObject({ postcodes: 2, wards: 2, wardsWithNames: 2, councils: 2 })
    expect(edition.gathered.cells.map(({ area }) => area)).toEqual(['E06000008', 'E10000017'])
  })

  test('with a postcode there twice the last one counts, and an odd or placeless one is left out', async () => {
    const more = [
      ...LINES,
      { ...LINES[0]!, lat: '53.60000' },
      { ...LINES[0]!, postcode: 'GIR 0AA' },
      { postcode: 'PR7 1AZ', lat: '53.6', lon: '-2.6', country: 'E92000001' },
    ]
    const { leftOut, size } = await read(town(more))
    expect(leftOut).toEqual({ ended: 1, odd: 1, nowhere: 1, repeated: 1 })
    expect(size.postcodes).toBe(13)
  })

  test('and tells how far it is', async () => {
    const seen: number[] = []
    const folder = await temporaryFolder()
    const file = join(folder, 'x.csv')
    await writeFile(file, town())
    await readPlaces({
      file,
      lookups: [],
      areas: library,
      now: 0,
      progress: ({ done, of }) => void seen.push(done / of),
    })
    expect(seen.at(-1)).toBe(1)
  })
})

describe('a file that cannot be used is refused in words that help, and nothing of it is taken', () => {
  const changed = (from: string, to: string): string => town().replace(from, to)

  test.each([
    ['nothing', '', 'x.csv: the file is empty'],
    ['only a first line', `${HEADER}\n`, 'x.csv: there is nothing below the first line'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'x.csv: this is a web page and not a CSV file'],
    ['a zip archive', 'PK\u0003\u0004....', 'x.csv: this is a zip archive'],
    ['other columns', 'name,age\nAnn,80\n', 'x.csv, line 1: expected the columns of the ONS Postcode Directory'],
    ['no ward', town().replace('wd25cd', 'wardname'), 'there is none of wards (osward, wd25cd or ward)'],
    [
      'a wrong postcode',
      changed('PR7 1AD,', 'Chorley!,'),
      'x.csv, line 3, column "pcd7": expected a postcode such as PR7 1AB, found "Chorley!"',
    ],
    [
      'a wrong code',
      changed('E07000126', 'South Ribble'),
      'x.csv, line 6, column "lad25cd": expected a code such as E07000118, found "South Ribble"',
    ],
    [
      'no number',
      changed('53.65505', 'north'),
      'x.csv, line 3, column "lat": expected degrees such as 53.65321, found "north"',
    ],
    [
      'eastings for degrees',
      changed('-2.62804', '358500'),
      'x.csv, line 3, column "long": expected degrees such as -2.63123, found "358500"',
    ],
    ['a line that is cut off', `${town()}PR7 1AF,PR7`, 'x.csv, line 16: this line has 2 fields'],
    ['an open quote', changed('PR7 1AD,', '"PR7 1AD,'), /x\.csv, line \d+: this is not CSV/],
    [
      'no postcode of England',
      town(LINES.filter(({ postcode }) => /^(EH1|JE2|CH4 0)/.test(postcode))),
      'there is no postcode of England in it',
    ],
  ])('%s', async (_, contents, message) => {
    await expect(read(contents, { name: 'x.csv' })).rejects.toThrow(message)
    await expect(read(contents, { name: 'x.csv' })).rejects.toHaveProperty('name', 'BadFile')
  })

  test.each([
    ['UTF-16', Buffer.from(`\uFEFF${town()}`, 'utf16le'), 'this is not UTF-8 text'],
    ['gzip that is cut off', gzipSync(town()).subarray(0, 200), 'the gzip file is damaged or cut off'],
    [
      'gzip that is damaged',
      Buffer.concat([gzipSync(town()).subarray(0, 100), Buffer.alloc(300, 7)]),
      'the gzip file is damaged or cut off',
    ],
    ['gzip of a web page', gzipSync('<html></html>\n<p>\n'), 'expected the columns'],
  ])('%s', async (_, contents, message) => {
    await expect(read(contents, { name: 'x.csv' })).rejects.toThrow(message)
  })

  test('no file, and a folder', async () => {
    const folder = await temporaryFolder()
    const none = readPlaces({ file: join(folder, 'none.csv'), lookups: [], areas: library, now: 0 })
    await expect(none).rejects.toThrow('none.csv: there is no such file')
    await mkdir(join(folder, 'Data'))
    const wrong = readPlaces({ file: join(folder, 'Data'), lookups: [], areas: library, now: 0 })
    await expect(wrong).rejects.toThrow('Data: this is a folder')
  })

  test('a list of names that is none, or not in UTF-8', async () => {
    await expect(read(town(), { lookup: 'a,b\n1,2\n' })).rejects.toThrow(
      'names.csv, line 1: expected codes with their names',
    )
    const latin = Buffer.from('WD25CD,WD25NM\nE05013070,Ch\u00e2teau\n', 'latin1')
    await expect(read(town(), { lookup: latin })).rejects.toThrow(
      'names.csv, line 2, column "WD25NM": "Ch?teau" is not UTF-8',
    )
  })

  test('what could upset a terminal is not repeated', async () => {
    const wrong = read(changed('PR7 1AD,', '\u001b[31mred\u0007,'), { name: 'x.csv' })
    await expect(wrong).rejects.toThrow('found "?[31mred?"')
  })
})
