import PDFDocument from 'pdfkit'
import { readBuilt } from '../../built.ts'

/** A page that is written from top to bottom, each part with its tag, so that a screen reader tells it as it looks. */
export interface Paper {
  heading(level: 1 | 2 | 3, text: string): void
  text(text: string, style?: Style): void
  /** A name in bold, and what it is. */
  fact(name: string, text: string): void
  list(lines: readonly string[]): void
  link(text: string, address: string): void
  /** White on a dark ground: what must not be missed. */
  band(text: string): void
  /** Parts that belong together, for whoever moves from part to part. */
  section(write: () => void): void
  end(pageLine: (n: number, all: number) => string): Promise<Uint8Array>
}

export interface Style {
  readonly bold?: boolean
  readonly small?: boolean
  readonly quiet?: boolean
}

type Structure = ReturnType<PDFKit.PDFDocument['struct']>

/** In points. 14 is what the RNIB and the NHS take as large enough for most. */
const SIZE = { 1: 28, 2: 21, 3: 17, text: 14, small: 12 }
const MARGIN = 57
const INK = '#0b0c0c'
const QUIET = '#484c50'
const LINK = '#0b4f86'
const DANGER = '#942514'
/** Height that must be left under a heading, so that it does not stand alone at the foot of a page. */
const COMPANY = 64

/** A4, for print at home. Subset PDF/UA: tagged, with a title and a language, fonts embedded. */
export async function openPaper(title: string, locale: string, madeAt: string): Promise<Paper> {
  const [regular, bold] = await Promise.all([readBuilt('fonts/regular.ttf'), readBuilt('fonts/bold.ttf')])
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 20, left: MARGIN, right: MARGIN },
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    lang: locale === 'en' ? 'en-GB' : locale,
    displayTitle: true,
    info: { Title: title, CreationDate: new Date(madeAt) },
  })
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => void chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
  doc.registerFont('regular', regular)
  doc.registerFont('bold', bold)
  const root = doc.struct('Document')
  doc.addStructure(root)
  let into: Structure = root

  /** Write something under a tag. It ends at once, so that what it says of its page is so. */
  const tag = (type: string, write: (element: Structure) => void, options = {}): void => {
    const element: Structure = doc.struct(type as never, options)
    into.add(element)
    const outer = into
    into = element
    write(element)
    into = outer
    element.end()
  }
  const words = (type: string, write: (element: Structure) => void): void =>
    tag(type, (element) => element.add(() => write(element)))
  const style = (font: 'regular' | 'bold', size: number, colour = INK): typeof doc =>
    doc.font(font).fontSize(size).fillColor(colour)
  const room = (height: number): void => {
    if (doc.y + height > doc.page.maxY()) doc.addPage()
  }
  const put = (text: string, options: PDFKit.Mixins.TextOptions = {}): void =>
    void doc.text(readable(doc, text), { lineGap: 3, ...options })

  return {
    heading(level, text) {
      style('bold', SIZE[level])
      if (doc.y > MARGIN) doc.moveDown(level === 3 ? 0.7 : 0.9)
      room(doc.heightOfString(text) + COMPANY)
      words(`H${level}`, () => put(text))
      doc.moveDown(0.25)
    },
    text(text, { bold = false, small = false, quiet = false } = {}) {
      style(bold ? 'bold' : 'regular', small ? SIZE.small : SIZE.text, quiet ? QUIET : INK)
      words('P', () => put(text))
      doc.moveDown(0.35)
    },
    fact(name, text) {
      style('bold', SIZE.text)
      room(doc.currentLineHeight() * 2)
      words('P', () => {
        put(`${name}: `, { continued: true })
        style('regular', SIZE.text)
        put(text)
      })
      doc.moveDown(0.35)
    },
    list(lines) {
      if (lines.length === 0) return
      tag('L', () => {
        for (const line of lines)
          tag('LI', () => {
            style('regular', SIZE.text)
            room(doc.currentLineHeight())
            const { y } = doc
            words('Lbl', () => put('•', { width: 14, lineBreak: false }))
            words('LBody', () => doc.text(readable(doc, line), MARGIN + 18, y, { lineGap: 3 }))
            doc.x = MARGIN
            doc.moveDown(0.2)
          })
      })
      doc.moveDown(0.2)
    },
    link(text, address) {
      style('bold', SIZE.text, LINK)
      room(doc.currentLineHeight())
      tag('P', () =>
        words('Link', (element) => {
          const { y } = doc
          const width = Math.min(doc.widthOfString(text), doc.page.width - 2 * MARGIN)
          put(text, { underline: true })
          const where = { structParent: element, Contents: new String(text) }
          doc.link(MARGIN, y, width, doc.y - y, address, where as never)
        }),
      )
      doc.moveDown(0.35)
    },
    band(text) {
      style('bold', SIZE[3], '#ffffff')
      const height = doc.heightOfString(text) + 12
      if (doc.y > MARGIN) doc.moveDown(0.5)
      room(height + COMPANY * 2)
      const { y } = doc
      doc.markContent('Artifact', { type: 'Layout' })
      doc.rect(MARGIN - 10, y, doc.page.width - 2 * MARGIN + 20, height).fill(DANGER)
      doc.endMarkedContent()
      doc.fillColor('#ffffff')
      words('P', () => doc.text(readable(doc, text), MARGIN, y + 7))
      doc.y = y + height
    },
    section: (write) => tag('Sect', write),
    end(pageLine) {
      root.end()
      const { start, count } = doc.bufferedPageRange()
      for (let n = 0; n < count; n++) {
        doc.switchToPage(start + n)
        style('regular', SIZE.small, QUIET)
        // Below the margin a text would begin a new page.
        doc.page.margins.bottom = 0
        doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] } as never)
        doc.text(pageLine(n + 1, count), MARGIN, doc.page.height - MARGIN, { lineBreak: false })
        doc.endMarkedContent()
      }
      doc.end()
      return written
    },
  }
}

/**
 * What the font can show. A letter that it lacks loses its accent; what is no letter of it at all, such as a picture
 * that somebody typed, is left out: an empty box tells nobody anything.
 */
function readable(doc: PDFKit.PDFDocument, text: string): string {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font
  const has = (sign: string): boolean => font.hasGlyphForCodePoint(sign.codePointAt(0)!)
  const plainer = (sign: string): string =>
    [...(PLAINER[sign] ?? sign.normalize('NFKD'))].filter((part) => has(part)).join('')
  return [...text.normalize('NFC')]
    .map((sign) => (has(sign) ? sign : plainer(sign)))
    .join('')
    .replaceAll(/ {2,}/g, ' ')
}

const PLAINER: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  '\u2011': '-',
  '≥': 'at least ',
}
