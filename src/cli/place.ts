import { createAssessments } from '../assessment/service.ts'
import type { Named } from '../assessment/where.ts'
import { readConfig } from '../config.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'
import { misuse } from './misuse.ts'

/** `handrail place <postcode> [--json]`: where a postcode lies, and which council does what there. */
export default async function place(args: readonly string[]): Promise<number> {
  const typed = args.filter((arg) => !arg.startsWith('--')).join(' ')
  if (typed === '') return misuse('Give a postcode or its first half, such as: handrail place PR7 1AB')
  const { DATABASE_FILE, PACK } = readConfig(process.env)
  const { library, migrations } = await readBundle()
  const db = await openSqlite(DATABASE_FILE, { migrations })
  try {
    const found = await createAssessments({ db, library, pack: PACK }).where(typed)
    if (args.includes('--json')) console.log(JSON.stringify(found))
    else if ('message' in found) console.log(found.message)
    else {
      const { responsible, lat, lon, ...rest } = found
      for (const [key, value] of Object.entries(rest)) row(key, typeof value === 'string' ? value : named(value))
      if (lat !== undefined) row('at', `${lat}, ${lon}`)
      for (const [duty, who] of Object.entries(responsible))
        row(duty, 'oneOf' in who ? `one of: ${who.oneOf.map(({ name }) => name).join(', ')}` : named(who))
    }
    return 'message' in found ? 1 : 0
  } finally {
    await db.close()
  }
}

const row = (what: string, value: string): void => console.log(`${what.padEnd(20)} ${value}`)
const named = ({ id, name }: Named): string => (name === id ? id : `${name} (${id})`)
