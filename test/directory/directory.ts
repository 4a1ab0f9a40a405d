import { createReadStream } from 'node:fs'
import { apiSource, type ApiOptions } from '../../src/directory/oruk/api.ts'
import { fileSource } from '../../src/directory/oruk/file.ts'
import { importFeed, type ImportReport } from '../../src/directory/oruk/import.ts'
import { areaNames } from '../../src/directory/services/areas.ts'
import type { Database } from '../../src/store/database.ts'
import { askOf, feedServer, fixturePath, type Mischief } from '../fixture/oruk/server.ts'

export const NAMES = areaNames([{ id: 'E10000017', name: 'Lancashire' }])
const clock = (): number => Date.parse('2026-11-21T09:00:00Z')

/** Import a file into a store. */
export const importFile = (
  db: Database,
  path = fixturePath,
  { feed = 'fixture', areas = [] as string[], acceptShrink = false } = {},
): Promise<ImportReport> =>
  importFeed({
    db,
    feed: { id: feed, name: `The ${feed} feed`, areas },
    source: fileSource(path, () => createReadStream(path)),
    names: NAMES,
    clock,
    acceptShrink,
  })

/** Import text as if it were a file. */
export const importText = (
  db: Database,
  text: string | Uint8Array<ArrayBuffer>,
  feed = 'fixture',
): Promise<ImportReport> =>
  importFeed({
    db,
    feed: { id: feed, name: feed, areas: [] },
    source: fileSource('feed.json', async function* () {
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
      // In small parts, so that a character or a token is cut in two.
      for (let from = 0; from < bytes.length; from += 7) yield bytes.slice(from, from + 7)
    }),
    names: NAMES,
    clock,
  })

/** Import from a server that misbehaves as it is told. */
export async function importFrom(
  db: Database,
  mischief: Mischief,
  options: Partial<ApiOptions> & { acceptShrink?: boolean; address?: string } = {},
): Promise<ImportReport & { asked: string[] }> {
  const { app, asked } = feedServer(mischief)
  const { acceptShrink = false, address = 'https://feed.example.org/v3', ...api } = options
  const report = await importFeed({
    db,
    feed: { id: 'fixture', name: 'fixture', areas: [] },
    source: apiSource(address, { ask: askOf(app), pause: async () => {}, ...api }),
    names: NAMES,
    clock,
    acceptShrink,
  })
  return { ...report, asked }
}

/** How often each rule was applied. */
export const counts = (report: ImportReport): Record<string, number> =>
  Object.fromEntries(report.rules.map(({ rule, count }) => [rule, count]))
