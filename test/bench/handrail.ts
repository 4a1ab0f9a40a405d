import { readFile } from 'node:fs/promises'
import type { Bundle } from '../../src/app.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import { startChild, type Child } from './child.ts'
import { openStore } from './folder.ts'
import { beginMany, formsOf, type Person } from './people.ts'
import type { Step } from './walk.ts'

/** The real server, as `npm start` runs it. It believes X-Forwarded-For, so that many people may begin from here. */
export async function startHandrail(file: string): Promise<Child> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { serve: string } }
  const [, ...args] = scripts.serve.split(' ')
  return startChild(args, { PORT: '0', DATABASE_FILE: file, LOG_LEVEL: 'error', TRUST_PROXY: '1' })
}

/** People who have begun, put into the store while no server runs on it. */
export async function handrailPeople(
  file: string,
  bundle: Bundle,
  walk: readonly Step[],
  many: number,
): Promise<Person[]> {
  await using store = await openStore(file, bundle)
  const ids = await beginMany(createAssessments({ db: store.db, library: bundle.library }), many)
  const forms = formsOf(walk)
  return ids.map((id) => ({ cookie: `__Host-handrail=${id}`, posts: forms.values() }))
}
