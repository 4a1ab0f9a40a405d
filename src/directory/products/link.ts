import ipaddr from 'ipaddr.js'

const LONGEST = 2000
/** Names that never leave a house or an office (RFC 6761, RFC 6762 and common habit). */
const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|onion)$/

/**
 * Why a link may not be followed by the public, or `null` where it may: https, to a host with a public name, at the usual
 * port, without a user's name in it. What a browser would mend in silence (tabs, backslashes) is refused.
 */
export function unsafe(link: string): string | null {
  if (link.length > LONGEST) return `is longer than ${LONGEST} characters`
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(link)) return 'has spaces, control characters or backslashes in it'
  if (!URL.canParse(link)) return 'is not a whole web address'
  const { protocol, username, password, hostname, port } = new URL(link)
  if (protocol !== 'https:') return 'does not begin with https://'
  if (username || password) return 'has a user name in it'
  if (port) return 'names a port'
  const host = hostname.replace(/\.$/, '')
  if (ipaddr.isValid(host.replace(/^\[|\]$/g, ''))) return 'leads to a number instead of a name'
  if (!host.includes('.') || PRIVATE.test(host)) return 'leads to a private host'
  return null
}
