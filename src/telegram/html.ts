/** Text for Telegram's HTML mode, where only these three need escaping (core.telegram.org/bots/api#html-style). */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const bold = (text: string): string => `<b>${escape(text)}</b>`
export const italic = (text: string): string => `<i>${escape(text)}</i>`
export const link = (text: string, url: string): string =>
  `<a href="${escape(url).replaceAll('"', '&quot;')}">${escape(text)}</a>`

export const bullet = (text: string): string => `• ${escape(text)}`

/** Parts with an empty line between them, lines without. What is absent leaves no gap. */
export const parts = (...blocks: ReadonlyArray<string | undefined>): string => blocks.filter(Boolean).join('\n\n')
export const lines = (...all: ReadonlyArray<string | undefined>): string => all.filter(Boolean).join('\n')

/** A national number of ten or eleven digits, as it stands in our texts; short numbers such as 999 are none. */
const NATIONAL = /^0\d(?:[\d ]{7,12})\d$/

/**
 * A number to tap: Telegram makes a link of the international form alone, so that stands first, and the form that
 * people know behind it. What is no plain national number stays as it is written.
 */
export function phone(number: string): string {
  const written = number.trim()
  if (!NATIONAL.test(written)) return bold(written)
  return `+44${written.replaceAll(' ', '').slice(1)} (${bold(written)})`
}
