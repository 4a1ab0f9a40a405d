import { demonstration } from '../directory/demonstration.ts'
import { fullService } from '../directory/services/publish.ts'
import { readBundle } from '../node.ts'
import { misuse } from './misuse.ts'

/** `handrail demo oruk`: invented services as a feed of Open Referral UK 3.0, to be imported like any other. */
export default async function (args: readonly string[]): Promise<number> {
  if (args[0] !== 'oruk') return misuse('Say what to invent: handrail demo oruk > demo.json')
  const { library } = await readBundle()
  const contents = demonstration(library.signposts, new Date().toISOString().slice(0, 10)).map(fullService)
  const size = contents.length
  const page = {
    total_items: size,
    total_pages: 1,
    page_number: 1,
    size,
    first_page: true,
    last_page: true,
    empty: false,
  }
  process.stdout.write(`${JSON.stringify({ ...page, contents }, null, 1)}\n`)
  return 0
}
