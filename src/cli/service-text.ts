import type { ServiceLine } from '../advice/document.ts'

/** A service on a few lines of the terminal: what it is, how to reach it, how sure that is, why it is shown. */
export function serviceText(line: ServiceLine): string {
  const { name, phone, entry, what, council, url, email, address, open, hours, eligibility, cost, caution, why } = line
  const rest = entry
    ? [what, address, open, hours, eligibility, cost, email, url, caution, ...why.map((one) => `- ${one}`)]
    : [council, url]
  return [
    `${name}${phone ? `: ${phone}` : ''}`,
    ...rest.filter((one) => one !== undefined).map((one) => `   ${one}`),
  ].join('\n')
}
