/** A value with what was done to it: as it was, put right, or nothing that can be used. */
export type Mended<T> = { readonly value: T; readonly mended: boolean } | undefined

const HOST = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i

/**
 * A web address that a person may be sent to: http or https, a host name with a dot, nobody's name and password in it.
 * "www.example.org.uk", "http:www.example.org" and "https:/example.org" are put right; whatever else is dropped.
 */
export function mendUrl(raw: string): Mended<string> {
  const text = raw.trim().replaceAll(/[\s\u00a0\u200b]+$|^[\s\u00a0\u200b]+/g, '')
  if (/\s/.test(text) || text.length > 2000) return undefined
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[\w.-]+\.[a-z]{2,}:\d/i.test(text)
  const rebuilt = whole
    ? text.replace(/^(https?):\/{0,3}/i, (_, scheme: string) => `${scheme.toLowerCase()}://`)
    : `http://${text}`
  if (!/^https?:\/\//.test(rebuilt) || !URL.canParse(rebuilt)) return undefined
  const url = new URL(rebuilt)
  if (!HOST.test(url.hostname) || url.username !== '' || url.password !== '') return undefined
  return { value: rebuilt === raw ? raw : url.href, mended: rebuilt !== raw }
}

const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,}$/i

/** An e-mail address, without the spaces, "mailto:" and pointed brackets that feeds put around it. */
export function mendEmail(raw: string): Mended<string> {
  const text = raw
    .replaceAll(/[\s\u00a0\u200b]+/g, '')
    .replace(/^mailto:/i, '')
    .replaceAll(/^<|[>.,;]$/g, '')
  if (!EMAIL.test(text) || text.includes('..') || text.startsWith('.')) return undefined
  return { value: text, mended: text !== raw }
}

const DIALLED = /^[+(]?[\d ().\-/]{2,24}$/
const INSIDE = /(?:\+44|\(?0)[\d ().-]{8,16}\d/

/** A number that can be dialled: 3 to 15 digits (E.164). "Tel: 0117 123 4567 (mornings)" is put right. */
export function mendPhone(raw: string): Mended<string> {
  const text = raw.trim().replaceAll(/[\s\u00a0]+/g, ' ')
  if (DIALLED.test(text) && digits(text) >= 3 && digits(text) <= 15) return { value: text, mended: text !== raw }
  const inside = INSIDE.exec(text)?.[0].trim()
  if (!inside || digits(inside) > 13) return undefined
  return { value: inside, mended: true }
}

const digits = (text: string): number => text.replaceAll(/\D/g, '').length
