import { isSold } from '../../src/advice/offer.ts'
import type { Bundle } from '../../src/app.ts'
import type { Assessments } from '../../src/assessment/assessments.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import { passing } from '../../src/check/walks.ts'
import type { Library } from '../../src/content/library.ts'
import { demoFeed } from '../../src/directory/products/demo.ts'
import { importProducts } from '../../src/directory/products/import.ts'
import { pieces } from '../fixture/feed.ts'
import { unsteady } from '../fixture/needs.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { openFolder, openStore } from './folder.ts'

const SUPPLIERS = 1_000
const PRODUCTS = 10_000
const RUNS = 3
const LOOKS = 200
/** What somebody who is unsteady is suggested, and what this many of the products are. */
const TYPE = 'walking-stick'

/** A feed of a thousand suppliers, and what somebody waits for who looks at one type among ten thousand products. */
export async function* products(bundle: Bundle): AsyncGenerator<Figure> {
  const library = withSuppliers(bundle.library)
  const { mapping } = demoFeed(library.equipment, '2026-11-21')
  const csv = feed(library)
  const seconds: number[] = []
  await using folder = await openFolder()
  await using store = await openStore(folder.file, bundle)
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now()
    const bytes = pieces(csv, 65_536)
    const { ok, accepted } = await importProducts({
      db: store.db,
      equipment: library.equipment,
      mapping,
      bytes,
      now: Date.now(),
    })
    if (!ok || accepted !== PRODUCTS) throw new Error(`${accepted} of ${PRODUCTS} products were accepted`)
    seconds.push((performance.now() - from) / 1000)
  }
  yield figure(`products: import ${PRODUCTS} of ${SUPPLIERS} suppliers`, 's', seconds, { atMost: 20 })
  const assessments = createAssessments({ db: store.db, library, pack: 'default' })
  const id = await unsteadyPerson(assessments, library)
  const times = async (look: () => Promise<unknown>): Promise<number[]> => {
    const taken: number[] = []
    for (let n = 0; n < LOOKS; n++) {
      const from = performance.now()
      await look()
      taken.push(performance.now() - from)
    }
    return taken
  }
  const runs = async (look: () => Promise<unknown>): Promise<number[]> => {
    await times(look)
    const all: number[] = []
    for (let run = 0; run < RUNS; run++) all.push(percentile(await times(look), 95))
    return all
  }
  const listed = await runs(async () => {
    const found = await assessments.products(id, TYPE)
    if (found.kind !== 'ok' || found.listing.total === 0) throw new Error('nothing is listed')
  })
  yield figure('products: a listing, p95', 'ms', listed, { atMost: 15 })
  yield figure('products: the advice with their counts, p95', 'ms', await runs(() => assessments.advice(id)))
}

/** Ten products of each supplier, a tenth of all of them of one type. */
function feed(library: Library): string {
  const sold = library.equipment.filter(isSold)
  const rows = Array.from({ length: PRODUCTS }, (_, n) => {
    const type = n % 10 === 0 ? library.equipment.find(({ id }) => id === TYPE)! : sold[n % sold.length]!
    const supplier = `shop-${n % SUPPLIERS}`
    const price = (5 + (n % 97)).toFixed(2)
    return `${supplier},${supplier},${n},${type.name.replaceAll(',', '')} ${n},${price},in stock,https://example.org/${n},Demonstration > ${type.id},${100 + (n % 60)} kg,${60 + (n % 20)}-${80 + (n % 20)} cm`
  })
  return `supplier,supplier_name,id,name,price,stock,link,category,max_user_weight,size\n${rows.join('\n')}\n`
}

function withSuppliers(library: Library): Library {
  const suppliers = Array.from({ length: SUPPLIERS }, (_, n) => `shop-${n}`)
  return { ...library, packs: { ...library.packs, default: { ...library.packs.default!, suppliers } } }
}

async function unsteadyPerson(assessments: Assessments, { questions }: Library): Promise<string> {
  const begun = await assessments.begin({ channel: 'api' })
  if (begun.kind !== 'ok') throw new Error(begun.message)
  let { view } = begun
  while (view.question) {
    const { id: question } = view.question
    const answer = unsteady[question] ?? passing(questions[question]!)
    const stepped = await assessments.answer(begun.id, { seq: view.seq, question, answer, by: { source: 'api' } })
    if (stepped.kind !== 'ok') throw new Error(`${question} was ${stepped.kind}`)
    view = stepped.view
  }
  return begun.id
}
