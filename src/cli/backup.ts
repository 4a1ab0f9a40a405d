import { readConfig } from '../config.ts'
import { backup as copy } from '../store/backup.ts'
import { misuse } from './misuse.ts'

/** `handrail backup <file>`: a checked copy of the database while the service runs. */
export default async function backup(args: readonly string[]): Promise<number> {
  const [target] = args
  if (!target) return misuse('Name the file to write, such as: handrail backup backups/monday.sqlite')
  const { DATABASE_FILE } = readConfig(process.env)
  try {
    await copy(DATABASE_FILE, target)
  } catch (error) {
    process.stderr.write(`No copy was made: ${(error as Error).message}\n`)
    return 1
  }
  console.log(`${DATABASE_FILE} was copied to ${target}, and the copy is sound.`)
  return 0
}
