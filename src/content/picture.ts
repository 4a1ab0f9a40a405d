/** The line drawings by id, each as the text of an SVG file that stands alone. */
export type Pictures = Readonly<Record<string, string>>

/** What a drawing says of itself: its name, and in words what is to be seen. */
export interface Caption {
  readonly title: string
  readonly desc: string
}

export const captionOf = (svg: string): Caption => ({ title: textIn(svg, 'title'), desc: textIn(svg, 'desc') })

const textIn = (svg: string, tag: 'title' | 'desc'): string =>
  unescaped(new RegExp(`<${tag}\\b[^>]*>([^<]*)</${tag}>`).exec(svg)?.[1] ?? '').trim()

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
