import ipaddr from 'ipaddr.js'
import { FeedFault } from './fault.ts'

/** Host names that never are a public feed. */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|localdomain)$/i

/**
 * Whether an IP address is one of the public internet. Everything else is refused: this machine, private and carrier
 * networks, the cloud's metadata address, and IPv4 hidden within IPv6.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv6) {
    if (parsed.isIPv4MappedAddress()) return isPublic(parsed.toIPv4Address().toString())
    // NAT64, 6to4 and Teredo carry an IPv4 address along; "unicast" alone is the open internet.
    return parsed.range() === 'unicast'
  }
  return parsed.range() === 'unicast'
}

/**
 * An address that may be asked at all, as far as its words tell. The address that its name stands for is looked at
 * again when the connection is made.
 * @throws FeedFault
 */
export function checkAddress(raw: string, inside: boolean): URL {
  if (!URL.canParse(raw)) throw new FeedFault('bad-address', `"${raw.slice(0, 200)}" is not a web address.`)
  const url = new URL(raw)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FeedFault(
      'bad-address',
      `${url.protocol}// is not allowed. A feed has an address that begins with https://.`,
    )
  if (url.username !== '' || url.password !== '')
    throw new FeedFault('bad-address', 'The address holds a name or a password. Take them out.')
  const host = url.hostname.replaceAll(/^\[|\]$|\.$/g, '')
  if (inside) return url
  if (ipaddr.isValid(host) ? !isPublic(host) : INSIDE.test(host) || !host.includes('.')) throw privateAddress(host)
  return url
}

export const privateAddress = (host: string): FeedFault =>
  new FeedFault(
    'private-address',
    `${host} is within a private network, and feeds are not fetched from there. ` +
      'If it is your own feed, import it with --private-network.',
  )
