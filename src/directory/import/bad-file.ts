/** A file that cannot be used, said so that whoever gave it can mend it. Nothing of it was taken over. */
export class BadFile extends Error {
  override name = 'BadFile'

  constructor(file: string, what: string, at: { readonly line?: number; readonly column?: string } = {}) {
    const where = [file, ...(at.line ? [`line ${at.line}`] : []), ...(at.column ? [`column "${at.column}"`] : [])]
    super(`${where.join(', ')}: ${what}`)
  }
}

/** What stood there, short and without anything that could upset a terminal. */
export const shown = (found: string): string => {
  const text = found.replaceAll(/[^\x20-\x7e]/g, '?')
  return text === '' ? 'nothing' : `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`
}
