import { parseArgs } from 'node:util'
import type { ServiceLine } from '../advice/document.ts'
import { createAssessments } from '../assessment/service.ts'
import { readConfig } from '../config.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'
import { misuse } from './misuse.ts'
import { serviceText } from './service-text.ts'

const USAGE = `handrail services "<kind of help or words>" --postcode PR7 1AB [--age 70] [--json]`

/** `handrail services`: who can help with one need in one place, and why each is shown. */
export default async function services(args: readonly string[]): Promise<number> {
  const read = readArgs(args)
  if (!read) return misuse(USAGE)
  const { DATABASE_FILE, PACK } = readConfig(process.env)
  const { library, migrations } = await readBundle()
  const db = await openSqlite(DATABASE_FILE, { migrations })
  try {
    const found = await createAssessments({ db, library, pack: PACK }).services(read)
    if (read.json) console.log(JSON.stringify(found))
    else if (found.kind === 'ok') found.services.forEach((line: ServiceLine) => console.log(`${serviceText(line)}\n`))
    else console.log(found.kind === 'unclear' ? found.unclear.message : found.message)
    return found.kind === 'ok' ? 0 : 1
  } finally {
    await db.close()
  }
}

/** A postcode may be typed with its space: "--postcode PR7 1AB". */
function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { postcode: { type: 'string' }, age: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [need, ...rest] = positionals
    const age = values.age === undefined ? undefined : Number(values.age)
    if (need === undefined || values.postcode === undefined || rest.length > 1) return undefined
    if (age !== undefined && !(Number.isInteger(age) && age >= 0 && age <= 120)) return undefined
    const postcode = [values.postcode, ...rest].join(' ')
    return { need, postcode, json: values.json, ...(age === undefined ? {} : { age }) }
  } catch {
    return undefined
  }
}
