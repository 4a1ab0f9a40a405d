import type { ImportReport } from '../directory/oruk/import.ts'

const OUTCOMES = {
  imported: 'The new copy is live.',
  unchanged: 'The feed holds what it held: nothing was changed.',
  kept: 'NOTHING WAS TAKEN IN. The last good copy stays as it was.',
} as const

/** What an import did, for whoever ran it: what came in, what was refused, dropped and mended, and examples of each. */
export function importReport(report: ImportReport): string {
  const { feed, source, outcome, message, read, services, before, refused, rules, requests, seconds } = report
  const counts = [
    `${read.toLocaleString('en-GB')} read`,
    `${services.toLocaleString('en-GB')} live`,
    `${refused.toLocaleString('en-GB')} refused`,
    ...(before > 0 ? [`${before.toLocaleString('en-GB')} before`] : []),
    ...(requests > 0 ? [`${requests.toLocaleString('en-GB')} requests`] : []),
    `${seconds} s`,
  ]
  return [
    `Feed "${feed}" from ${source}`,
    ...(message ? [message] : []),
    OUTCOMES[outcome],
    counts.join(', '),
    ...rules.flatMap(({ rule, effect, means, count, examples }) => [
      '',
      `${effect} ${count.toLocaleString('en-GB')} x ${rule}: ${means}`,
      ...examples
        .slice(0, 3)
        .map(({ name, service, field, was }) =>
          [
            '   ',
            [name ?? service, field, was === undefined ? undefined : JSON.stringify(was)].filter(Boolean).join(' · '),
          ].join(' '),
        ),
    ]),
    '',
  ].join('\n')
}
