import type { Bundle } from '../../src/app.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import { startChild, type Child } from './child.ts'
import { openStore } from './folder.ts'
import { beginMany, formsOf, type Person } from './people.ts'
import type { Step } from './walk.ts'

/** The real server on a store in a file. It believes X-Forwarded-For, so that many people may begin from here. */
export const startHandrail = (file: string): Promise<Child> =>
  startChild(['build/handrail.mjs', 'serve'], { PORT: '0', DATABASE_FILE: file, LOG_LEVEL: 'error', TRUST_PROXY: '1' })

/** People who have begun, put into the store while no server runs on it. */
export async function handrailPeople(file: string, bundle: Bundle, walk: readonly Step[], many: number): Promise<Person[]> {
  await using store = await openStore(file, bundle)
  const ids = await beginMany(createAssessments({ db: store.db, library: bundle.library }), many)
  const forms = formsOf(walk)
  return ids.map((id) => ({ cookie: `__Host-handrail=${id}`, posts: forms.values() }))
}
