import { access, chmod, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Connection } from './connection.ts'

/**
 * Copy a store to `to` while it is in use: one moment of it, compact, and proven whole before it gets its name. Writers
 * are not held up. To restore, stop the service and put the copy in the place of the file (without its `-wal`, `-shm`).
 * @throws Error where `to` exists, Unavailable where the store cannot be read or the copy not be written.
 */
export async function backup(file: string, to: string): Promise<{ file: string; bytes: number }> {
  if (await exists(to)) throw new Error(`${to} exists; a backup never overwrites another`)
  const part = `${to}.part`
  await rm(part, { force: true })
  try {
    const source = await Connection.open(file, 'read')
    await source.all('VACUUM INTO ?', [part]).finally(() => source.close())
    await chmod(part, 0o600)
    await prove(part)
    await sync(part)
    await rename(part, to)
    await sync(dirname(to))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return { file: to, bytes: (await stat(to)).size }
}

async function prove(copy: string): Promise<void> {
  const connection = await Connection.open(copy, 'read')
  try {
    const [integrity] = await connection.all('PRAGMA integrity_check', [])
    const orphans = await connection.all('PRAGMA foreign_key_check', [])
    if (integrity?.integrity_check !== 'ok')
      throw new Error(`The copy is damaged: ${String(integrity?.integrity_check)}`)
    if (orphans.length > 0) throw new Error(`The copy has ${orphans.length} rows that belong to nothing`)
  } finally {
    await connection.close()
  }
}

/** SQLite does not wait for the disk when it vacuums into a file. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
