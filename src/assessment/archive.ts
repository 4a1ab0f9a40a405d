import { FORMAT, type Library } from '../content/library.ts'
import type { Database } from '../store/database.ts'
import { prepare, type Content } from './content.ts'

/** How many older versions stay composed in memory. */
const KEPT = 3

/**
 * The versions of flows and content. An assessment is pinned to the one it began with for as long as that still loads;
 * safety rules are always the newest, so that a mended rule reaches everybody at once, and so are the councils and what meets a need.
 */
export function archive(db: Database, current: Content) {
  const loaded = new Map<string, Content>([[current.library.version, current]])
  let kept: Promise<void> | undefined

  async function keep(now: number): Promise<void> {
    const { version } = current.library
    const there = await db.prepare('SELECT version FROM library WHERE version = ?').bind(version).first()
    if (there) return
    const contents = JSON.stringify(current.library)
    await db
      .prepare('INSERT OR IGNORE INTO library (version, contents, kept_at) VALUES (?, ?, ?)')
      .bind(version, contents, now)
      .run()
  }

  return {
    current,
    /** Keep the current version where assessments can find it again. Once a process. */
    keep(now: number): Promise<void> {
      kept ??= keep(now).catch((error) => {
        kept = undefined
        throw error
      })
      return kept
    },
    /** A version to go on with, or `null` where it cannot be loaded any more: then the answers are replayed. */
    async find(version: string): Promise<Content | null> {
      const ready = loaded.get(version)
      if (ready) return ready
      const row = await db
        .prepare('SELECT contents FROM library WHERE version = ?')
        .bind(version)
        .first<{ contents: string }>()
      const older = row && revive(row.contents, current)
      if (!older) return null
      if (loaded.size > KEPT) loaded.delete([...loaded.keys()].find((key) => key !== current.library.version)!)
      loaded.set(version, older)
      return older
    },
  }
}

function revive(contents: string, { library, safetyFindings }: Content): Content | null {
  const { safety, packs, councils, geography, matching } = library
  try {
    const older = JSON.parse(contents) as Library
    return older.format === FORMAT
      ? prepare({ ...older, safety, packs, councils, geography, matching }, safetyFindings)
      : null
  } catch {
    // A version that no longer composes is one to rebase from, which the caller does.
    return null
  }
}
