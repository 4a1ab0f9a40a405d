import { lookup as resolve } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublic, privateAddress } from './address.ts'
import type { Ask } from './ask.ts'

export interface GuardOptions {
  /** Addresses of private networks may be asked too: the person who imports says that the feed is their own. */
  readonly inside?: boolean
  /** Whose certificates are trusted beside the usual ones, PEM. For tests. */
  readonly ca?: string
}

/**
 * Ask from Node. The name is resolved once, every address that it stands for must be public, and the connection goes to
 * one of those very addresses: a name that changes its mind in between (DNS rebinding) leads nowhere.
 */
export function guardedAsk({ inside = false, ca }: GuardOptions = {}): Ask {
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      if (!inside && !addresses.every(({ address }) => isPublic(address))) return done(privateAddress(host), [])
      const first = addresses[0]!
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
  return (url, headers, signal) =>
    new Promise((fulfil, reject) => {
      const request = (url.protocol === 'https:' ? https : http).get(
        url,
        { headers, signal, lookup, agent: false, ...(ca ? { ca } : {}) },
        (response) => {
          fulfil({
            status: response.statusCode ?? 0,
            header: (name) => {
              const value = response.headers[name.toLowerCase()]
              return Array.isArray(value) ? value.join(', ') : value
            },
            body: response as AsyncIterable<Uint8Array<ArrayBuffer>>,
            discard: () => response.destroy(),
          })
        },
      )
      request.on('error', reject)
    })
}
