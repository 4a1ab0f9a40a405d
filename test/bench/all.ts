import { prepare } from '../../src/assessment/content.ts'
import { readBundle } from '../../src/node.ts'
import { directory } from './directory.ts'
import { engine } from './engine.ts'
import type { Figure } from './figure.ts'
import { served } from './served.ts'
import { server } from './server.ts'
import { store } from './store.ts'
import { walkThrough } from './walk.ts'

/** Everything that is measured, on what `npm run build` made. About three minutes on two quiet cores. */
export async function* benches(): AsyncGenerator<Figure> {
  const bundle = await readBundle()
  const walk = walkThrough(prepare(bundle.library))
  yield* engine(bundle.library)
  yield* store(bundle, walk)
  yield* directory(bundle)
  yield* served(bundle, walk)
  yield* server(bundle, walk)
}
