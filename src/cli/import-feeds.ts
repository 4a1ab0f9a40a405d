import { readConfig, requirePack } from '../config.ts'
import { importDueFeeds } from '../directory/nightly.ts'
import type { ImportReport } from '../directory/oruk/import.ts'
import { guardedAsk } from '../directory/oruk/read/guarded.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'
import { importReport } from './import-report.ts'

/** `handrail import feeds [--json]`: the feeds that the pack names, now, as the service does every night. */
export default async function (args: readonly string[]): Promise<number> {
  const { DATABASE_FILE, PACK } = readConfig(process.env)
  const { library, migrations } = await readBundle()
  requirePack(PACK, library.packs)
  const { feeds } = library.packs[PACK]!
  const db = await openSqlite(DATABASE_FILE, { migrations })
  const reports: ImportReport[] = []
  try {
    await importDueFeeds({
      db,
      feeds,
      councils: library.councils,
      clock: Date.now,
      api: { ask: guardedAsk() },
      recent: 0,
      told: (report) => {
        reports.push(report)
        if (!args.includes('--json')) process.stdout.write(importReport(report))
      },
    })
  } finally {
    await db.close()
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(reports)}\n`)
  else if (feeds.length === 0)
    console.log(`The pack "${PACK}" names no feeds. Add them to its pack.yaml, under "feeds".`)
  return reports.some(({ outcome }) => outcome === 'kept') ? 1 : 0
}
