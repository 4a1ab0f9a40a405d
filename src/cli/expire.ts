import { expire as tidy } from '../assessment/housekeeping.ts'
import { readConfig } from '../config.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'

/** `handrail expire`: erase what is past its time now, as the service does every hour. */
export default async function expire(): Promise<number> {
  const { DATABASE_FILE } = readConfig(process.env)
  const { library, migrations } = await readBundle()
  const db = await openSqlite(DATABASE_FILE, { migrations })
  try {
    console.log(`${await tidy(db, library.version, Date.now())} assessments were erased.`)
  } finally {
    await db.close()
  }
  return 0
}
