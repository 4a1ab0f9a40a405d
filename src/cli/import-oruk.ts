import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { apiSource } from '../directory/oruk/api.ts'
import { fileSource } from '../directory/oruk/file.ts'
import { importFeed } from '../directory/oruk/import.ts'
import { guardedAsk } from '../directory/oruk/read/guarded.ts'
import type { Source } from '../directory/oruk/source.ts'
import { areaNames } from '../directory/services/areas.ts'
import { removeFeed } from '../directory/services/feeds.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'
import { importReport } from './import-report.ts'
import { misuse } from './misuse.ts'
import { progressLine } from './progress.ts'

const USAGE = `Usage: handrail import oruk <file or address of the feed>
  --feed <id>          under which name the services stand; a second import under it replaces the first
  --name <words>       what the feed is called, such as "Bristol City Council"
  --area <codes>       ONS codes that the feed is for, with commas: E06000023,E06000025
  --accept-shrink      take a copy that is less than half of the last one
  --private-network    the feed is in your own network
  --json               the report as one JSON document
       handrail import oruk --remove <id>      take a feed and its services out of the directory`

/** `handrail import oruk <file|url>`: services of one feed, into the directory. */
export default async function (args: readonly string[]): Promise<number> {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        feed: { type: 'string' },
        name: { type: 'string' },
        area: { type: 'string', multiple: true },
        remove: { type: 'string' },
        'accept-shrink': { type: 'boolean', default: false },
        'private-network': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return misuse(`${(error as Error).message}\n\n${USAGE}`)
  }
  const { values, positionals } = parsed
  if (values.remove !== undefined) return remove(values.remove)
  const [target] = positionals
  if (!target || positionals.length > 1) return misuse(USAGE)
  const areas = (values.area ?? []).flatMap((codes) => codes.split(',')).map((code) => code.trim().toUpperCase())
  const strange = areas.find((code) => !/^[EWSNK]\d{8}$/.test(code))
  if (strange !== undefined) return misuse(`"${strange}" is no ONS code. One looks like E10000017.`)
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(target)
  if (!isAddress && !(await stat(target).catch(() => undefined))?.isFile())
    return misuse(`There is no file "${target}".`)
  const source: Source = isAddress
    ? apiSource(target, {
        ask: guardedAsk({ inside: values['private-network'] }),
        inside: values['private-network'],
      })
    : fileSource(target, () => createReadStream(target, { highWaterMark: 262_144 }))
  const id = slug(values.feed ?? (isAddress ? hostOf(target) : basename(target).replace(/\..*$/, '')))
  const { DATABASE_FILE } = readConfig(process.env)
  const { library, migrations } = await readBundle()
  const db = await openSqlite(DATABASE_FILE, { migrations })
  const progress = progressLine('services')
  try {
    const report = await importFeed({
      db,
      feed: { id, name: values.name ?? id, areas },
      source,
      names: areaNames(library.councils),
      clock: Date.now,
      acceptShrink: values['accept-shrink'],
      progress: ({ services, total }) => progress.show(services, total),
    })
    progress.clear()
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : importReport(report))
    return report.outcome === 'kept' ? 1 : 0
  } finally {
    progress.clear()
    await db.close()
  }
}

async function remove(feed: string): Promise<number> {
  const { DATABASE_FILE } = readConfig(process.env)
  const { migrations } = await readBundle()
  const db = await openSqlite(DATABASE_FILE, { migrations })
  try {
    const services = await removeFeed(db, feed)
    if (services === undefined) return misuse(`There is no feed "${feed}".`)
    console.log(`The feed "${feed}" and its ${services} services were taken out.`)
    return 0
  } finally {
    await db.close()
  }
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-+|-+$/g, '') || 'feed'

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : 'feed')
