const EVERY = 200
const MB = 1024 * 1024

/**
 * How far a file has been read, with its rate and the time that is left, on one line of the terminal that is written over.
 * Where nobody watches (a log, a pipe) nothing is written.
 */
export function progressLine(whole: number, clock: () => number = () => performance.now()) {
  const from = clock()
  let last = Number.NEGATIVE_INFINITY
  const watched = process.stderr.isTTY
  return {
    at(bytes: number, rows: number): void {
      const now = clock()
      if (!watched || now - last < EVERY) return
      last = now
      process.stderr.write(`\r${progressText(bytes, rows, whole, (now - from) / 1000)}\u001B[K`)
    },
    end: (): void => void (watched && process.stderr.write('\r\u001B[K')),
  }
}

/** "42 %  3.1 MB  5,200 products  8,100/s  2 s left" */
export function progressText(bytes: number, rows: number, whole: number, seconds: number): string {
  const share = whole > 0 ? Math.min(1, bytes / whole) : 0
  const left = share > 0 ? Math.ceil((seconds / share) * (1 - share)) : undefined
  return [
    `${Math.floor(share * 100)} %`,
    `${(bytes / MB).toFixed(1)} MB`,
    `${rows.toLocaleString('en-GB')} products`,
    `${Math.round(rows / Math.max(seconds, 0.001)).toLocaleString('en-GB')}/s`,
    ...(left === undefined ? [] : [`${left} s left`]),
  ].join('  ')
}
