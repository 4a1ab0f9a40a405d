/** A line on the terminal that says how far something has come, how fast it goes, and how long it may still take. */
export interface ProgressLine {
  /** @param share of the whole, 0 to 1, where the whole is known */
  show(count: number, share: number | undefined): void
  end(): void
}

/** How often the line is written anew, ms. */
const EVERY = 200

/** On the error stream and only on a terminal, so that output which is read by a program holds nothing else. */
export function progressLine(what: string, out: NodeJS.WriteStream = process.stderr): ProgressLine {
  const began = performance.now()
  let last = 0
  return {
    show(count, share) {
      const now = performance.now()
      if (!out.isTTY || now - last < EVERY) return
      last = now
      out.write(`\r\u001b[K${progressText(what, count, share, (now - began) / 1000)}`)
    },
    end() {
      if (out.isTTY && last > 0) out.write('\r\u001b[K')
      last = 0
    },
  }
}

/** "1,200 services, 24 %, 300 a second, 13 s left". */
export function progressText(what: string, count: number, share: number | undefined, seconds: number): string {
  const whole = (n: number): string => Math.round(n).toLocaleString('en-GB')
  return [
    `${whole(count)} ${what}`,
    ...(share === undefined ? [] : [`${Math.floor(share * 100)} %`]),
    `${whole(count / Math.max(seconds, 0.001))} a second`,
    ...(share === undefined || share === 0 ? [] : [`${span((seconds / share) * (1 - share))} left`]),
  ].join(', ')
}

const span = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${Math.ceil(seconds / 3600)} h`
