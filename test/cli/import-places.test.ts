import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { NAMES, town } from '../directory/town.ts'
import { temporaryFolder } from '../store/temporary.ts'

const run = promisify(execFile)

/** The program as it is shipped, on a store of its own. */
async function handrail(
  database: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, DATABASE_FILE: database, BASE_URL: undefined }
  try {
    return { code: 0, ...(await run(process.execPath, ['build/handrail.mjs', ...args], { env })) }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, contents] of Object.entries(files)) await writeFile(join(folder, name), contents)
  return folder
}

describe('handrail import places', { timeout: 60_000 }, () => {
  test('takes a file in, and handrail place then knows it; a broken file later changes nothing', async () => {
    const folder = await folderWith({
      'ONSPD.csv': town(),
      'names.csv': NAMES,
      'broken.csv': town().replace('53.65505', 'x'),
    })
    const db = join(folder, 'h.sqlite')
    const taken = await handrail(db, 'import', 'places', join(folder, 'ONSPD.csv'), join(folder, 'names.csv'))
    expect(taken).toMatchObject({ code: 0 })
    expect(taken.stdout).toMatch(/^ONSPD: 13 postcodes with 7 first halves, in 7 wards \(2 with a name\) of 5 councils/)
    expect(taken.stdout).toContain('Left out: 1 no longer in use.')

    const broken = await handrail(db, 'import', 'places', join(folder, 'broken.csv'))
    expect(broken.code).toBe(1)
    expect(broken.stderr).toBe(
      'Nothing was imported. broken.csv, line 3, column "lat": expected degrees such as 53.65321, found "x"\n',
    )

    const found = await handrail(db, 'place', 'pr7', '1ab')
    expect(found.code).toBe(0)
    expect(found.stdout).toMatch(/^ward +Chorley South East & Heath Charnock \(E05013070\)$/m)
    expect(found.stdout).toMatch(/^housing-grants +Chorley Council/m)
    expect(found.stdout).toMatch(/^blue-badge +Lancashire County Council/m)
    const json = await handrail(db, 'place', 'PR7', '1AB', '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({ postcode: 'PR7 1AB', district: { id: 'E07000118' } })
    expect(await handrail(db, 'place', 'EH1 1AA')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Scotland'),
    })
  })

  test('writes SQL for D1 instead, and no store', async () => {
    const folder = await folderWith({ 'ONSPD.csv': town() })
    const [db, sql] = [join(folder, 'h.sqlite'), join(folder, 'places.sql')]
    const made = await handrail(db, 'import', 'places', join(folder, 'ONSPD.csv'), '--sql', sql)
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('wrangler d1 execute') })
    expect(existsSync(db)).toBe(false)
    const lines = (await readFile(sql, 'utf8')).trimEnd().split('\n')
    expect(lines.every((line) => /^(INSERT|UPDATE|DELETE) .*;$/.test(line))).toBe(true)
    expect(lines.join('\n')).not.toMatch(/PR7 1AB/)
  })

  test.each([
    [['import']],
    [['import', 'horses', 'x.csv']],
    [['import', 'places']],
    [['import', 'places', 'x.csv', '--sql']],
    [['import', 'places', 'x.csv', '--force']],
    [['place']],
  ])('%j says how it is used', async (args) => {
    const folder = await temporaryFolder()
    const wrong = await handrail(join(folder, 'h.sqlite'), ...args)
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/handrail (import|place)/i)
  })

  const DATA = join(process.cwd(), '..', 'shared', 'data', 'geo')
  const there = existsSync(DATA)
  if (!there) console.log(`skipped: ${'../shared/data/geo'} is not there, so no real postcodes are imported`)
  test.skipIf(!there)('takes 43,152 real postcodes in, with the names of their wards', async () => {
    const folder = await temporaryFolder()
    const db = join(folder, 'h.sqlite')
    const files = ['postcodes_pr_fy_bb_cb_slim.csv', 'wards24_by_district.csv'].map((name) => join(DATA, name))
    const taken = await handrail(db, 'import', 'places', ...files)
    expect(taken.stdout).toContain(
      '43,152 postcodes with 52 first halves, in 304 wards (304 with a name) of 9 councils',
    )
    const lines = (await readFile(files[0]!, 'utf8')).split('\n').slice(1)
    for (const line of [lines[1]!, lines[20_000]!, lines[43_000]!]) {
      const [postcode = '', lat, lon, lsoa, ward] = line.split(',')
      const found = JSON.parse((await handrail(db, 'place', postcode, '--json')).stdout) as { lat: number; lon: number }
      expect(found).toMatchObject({ postcode, lsoa, ward: { id: ward } })
      expect(Math.abs(found.lat - Number(lat))).toBeLessThan(0.0002)
      expect(Math.abs(found.lon - Number(lon))).toBeLessThan(0.0002)
    }
  })
})
