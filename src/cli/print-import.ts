import type { ImportReport, Tally } from '../directory/products/report.ts'

/** Suppliers that are named one by one. */
const NAMED = 10

/** What an import of products did, for whoever runs it. */
export function printImport(file: string, report: ImportReport, unnamed: readonly string[]): void {
  const { failed, suppliers, refused, mended } = report
  if (failed) {
    const at = [file, failed.line && `line ${failed.line}`, failed.column && `column ${failed.column}`]
    console.log(`${at.filter(Boolean).join(', ')}: ${failed.message}.`)
    console.log('Nothing was changed: what was shown before stays.')
    return
  }
  console.log(`${n(report.rows)} products read, ${n(report.accepted)} accepted from ${n(suppliers.length)} suppliers.`)
  // What was kept back comes first: somebody has to act on it.
  const lines = suppliers.toSorted((a, b) => a.outcome.localeCompare(b.outcome))
  for (const { supplier, outcome, products, before, why } of lines.slice(0, NAMED))
    console.log(
      `  ${supplier}: ${outcome === 'shown' ? `${n(products)} products (before: ${n(before)})` : `kept as it was, for ${why}`}`,
    )
  if (lines.length > NAMED) console.log(`  … and ${n(lines.length - NAMED)} more suppliers`)
  tell('Refused', refused)
  tell('Mended', mended)
  if (unnamed.length > 0)
    console.log(`No pack names ${unnamed.slice(0, NAMED).join(', ')}: nobody sees these products until one does.`)
}

function tell(what: string, tallies: readonly Tally[]): void {
  for (const { rule, count, rows, example } of tallies)
    console.log(
      `${what}, ${rule}: ${n(count)} (row${rows.length > 1 ? 's' : ''} ${rows.join(', ')}${count > rows.length ? ', …' : ''})\n    ${example}`,
    )
}

const n = (value: number): string => value.toLocaleString('en-GB')
