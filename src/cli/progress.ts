/** A line on the terminal that says how far something has come, how fast it goes, and how long it may still take. */
export interface ProgressLine {
  show(done: number, total: number | undefined): void
  clear(): void
}

const EVERY = 200

/** On the error stream and only on a terminal, so that output which is read by a program holds nothing else. */
export function progressLine(what: string, out: NodeJS.WriteStream = process.stderr): ProgressLine {
  const began = performance.now()
  let last = 0
  return {
    show(done, total) {
      const now = performance.now()
      if (!out.isTTY || now - last < EVERY) return
      last = now
      const rate = done / Math.max(0.001, (now - began) / 1000)
      out.write(`\r\u001b[K${progressText(what, done, total, rate)}`)
    },
    clear() {
      if (out.isTTY && last > 0) out.write('\r\u001b[K')
      last = 0
    },
  }
}

/** "1,200 of 5,000 services, 300 a second, 13 s left". */
export function progressText(what: string, done: number, total: number | undefined, rate: number): string {
  const count = (n: number): string => Math.round(n).toLocaleString('en-GB')
  const share = total ? `${count(done)} of ${count(total)} ${what}` : `${count(done)} ${what}`
  const left = total && rate > 0 && total > done ? `, ${span((total - done) / rate)} left` : ''
  return `${share}, ${count(rate)} a second${left}`
}

const span = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${Math.ceil(seconds / 3600)} h`
