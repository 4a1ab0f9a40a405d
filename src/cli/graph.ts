import { compile } from '../content/compile.ts'
import { compose } from '../flow/compose.ts'
import { drawing, toDot, toMermaid } from '../flow/draw.ts'
import { misuse } from './misuse.ts'

/** `handrail graph <topic>|--all [--mermaid|--dot]`: the flow as a drawing's source. */
export default async function graph(args: readonly string[]): Promise<number> {
  const plan = compose(await compile())
  const sections = [...new Set(plan.nodes.map((node) => node.section))]
  const section = args.find((arg) => !arg.startsWith('--'))
  const all = args.includes('--all')
  if (!all && (section === undefined || !sections.includes(section)))
    return misuse(`Name a flow (${sections.join(', ')}) or --all.`)
  const drawn = drawing(plan, all ? undefined : section)
  console.log(args.includes('--dot') ? toDot(drawn) : toMermaid(drawn))
  return 0
}
