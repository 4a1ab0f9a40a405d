import type { Contact, Pack } from '../content/pack.ts'

/** The council contact for a place on a day; without a place, the pack's own first one. */
export function contactFor(pack: Pack, area: string | undefined, today: string): Contact | undefined {
  const current = pack.councils.filter(
    ({ validFrom, validTo }) => (!validFrom || validFrom <= today) && (!validTo || today <= validTo),
  )
  if (area) return current.find((contact) => contact.area === area)
  return pack.id === 'default' ? undefined : current[0]
}
