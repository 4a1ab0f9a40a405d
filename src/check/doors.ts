import { FIXED, servicesFor } from '../advice/services.ts'
import type { Library } from '../content/library.ts'
import { speaker } from '../content/words.ts'
import { fault, type Fault } from './fault.ts'

/**
 * Nobody is left with an empty hand: for every kind of help, with no local service, no place and no council known, there
 * is still a number to ring or an address to go to. And what has one fixed number is never looked up locally.
 */
export function checkDoors(library: Library): Fault[] {
  const say = speaker(library.locale, library.messages)
  return Object.keys(library.signposts).flatMap((type): Fault[] => {
    const match = library.matching[type]
    const at = [`directory/mapping.yaml`, type]
    if (!match)
      return [
        fault('unmatched-need', at, `directory/mapping.yaml has no entry for "${type}"; say which services meet it`),
      ]
    const wanted = new Map([[type, { why: ['check'], because: [] }]])
    const { services: lines } = servicesFor(library, say, wanted, { contact: undefined })
    return [
      ...(lines.some(({ phone, url }) => phone !== undefined || url !== undefined)
        ? []
        : [
            fault(
              'empty-hand',
              at,
              `"${type}" leads to no number and no address; name a national service that has been checked`,
            ),
          ]),
      ...(FIXED.has(type) && match.local
        ? [fault('fixed-number-hidden', at, `"${type}" has a fixed number; write \`local: false\` and why`)]
        : []),
    ]
  })
}
