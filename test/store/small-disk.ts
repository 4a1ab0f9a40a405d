import { execFile } from 'node:child_process'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { temporaryFolder } from './temporary.ts'

const mount = (...args: string[]) => promisify(execFile)('mount', args)
const unmount = (folder: string) => promisify(execFile)('umount', ['--lazy', folder])

export interface SmallDisk {
  readonly folder: string
  /** How the disk is made small: a real one where the machine allows it. */
  readonly kind: 'tmpfs' | 'max_page_count'
  /** Room for `kB` in all. To be called again to give more room, or less. */
  limit(db: SqliteDatabase, kB: number): Promise<void>
}

/** A place that runs out of room. */
export async function smallDisk(): Promise<SmallDisk> {
  const folder = await temporaryFolder()
  try {
    await mount('-t', 'tmpfs', '-o', 'size=4096k,mode=700', 'handrail', folder)
  } catch {
    const limit = (db: SqliteDatabase, kB: number) =>
      db
        .prepare(`PRAGMA max_page_count = ${kB / 4}`)
        .run()
        .then(() => {})
    return { folder, kind: 'max_page_count', limit }
  }
  onTestFinished(() => unmount(folder).then(() => {}))
  const ballast = join(folder, 'ballast')
  const limit = async (_: SqliteDatabase, kB: number) => {
    await rm(ballast, { force: true })
    await writeFile(ballast, new Uint8Array((4096 - kB) * 1024))
  }
  return { folder, kind: 'tmpfs', limit }
}

export interface ReadOnly {
  /** The same folder, seen read-only. */
  readonly view: string
  readonly kind: 'mount' | 'mode'
  allowWriting(): Promise<void>
}

/** Make what is in `folder` read-only. Root may write in spite of a file's mode, so it takes a mount. */
export async function readOnly(folder: string, file: string): Promise<ReadOnly> {
  const view = `${folder} view`
  await mkdir(view)
  try {
    await mount('--bind', folder, view)
  } catch {
    await rm(view, { recursive: true })
    await chmod(join(folder, file), 0o400)
    return { view: folder, kind: 'mode', allowWriting: () => chmod(join(folder, file), 0o600) }
  }
  onTestFinished(async () => {
    await unmount(view)
    await rm(view, { recursive: true, force: true })
  })
  await mount('-o', 'remount,bind,ro', view)
  return { view, kind: 'mount', allowWriting: () => mount('-o', 'remount,bind,rw', view).then(() => {}) }
}
