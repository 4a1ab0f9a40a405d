import type { Reading } from '../directory/import/table.ts'

/** How often a line is shown, ms: on a terminal in place, elsewhere as a new line now and then. */
const EVERY = process.stderr.isTTY ? 200 : 5000
const WIDTH = 24

/** How far the reading of a file is, how fast it goes, and how long it will take. On stderr. */
export function progressBar(what: string): { show(reading: Reading): void; end(): void } {
  const from = performance.now()
  let last = from
  let shown = false
  return {
    show(reading) {
      const now = performance.now()
      if (now - last < EVERY) return
      last = now
      shown = true
      process.stderr.write(
        `${process.stderr.isTTY ? '\r' : ''}${line(reading, now - from, what)}${process.stderr.isTTY ? ' ' : '\n'}`,
      )
    },
    end() {
      if (shown && process.stderr.isTTY) process.stderr.write('\n')
      shown = false
    },
  }
}

/** "[############············]  50 %  1,204,000 postcodes, 81,000 a second, 16 s left" */
export function line({ done, of, rows }: Reading, ms: number, what: string): string {
  const share = of === 0 ? 0 : done / of
  const full = Math.floor(share * WIDTH)
  const n = (count: number): string => Math.round(count).toLocaleString('en-GB')
  const left = share === 0 ? '' : `, ${n((ms / 1000) * (1 / share - 1))} s left`
  const bar = `[${'#'.repeat(full)}${'·'.repeat(WIDTH - full)}]`
  return `${bar} ${n(share * 100).padStart(3)} %  ${n(rows)} ${what}, ${n(rows / (ms / 1000))} a second${left}`
}
