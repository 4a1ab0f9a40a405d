import MiniSearch from 'minisearch'

/** A thing that can be found, and the texts that it is found by, as a {@link reader} reads them. */
interface Findable {
  readonly id: string
  readonly texts: ReadonlyArray<readonly string[]>
}

/** Letters in a piece: three hold a short word with its ends, four tell more. */
const LENGTHS = [3, 4]
/** No letter of a piece: pieces are handed over as one text. */
const BETWEEN = '|'
/** BM25 with a late saturation: a piece that a lexicon holds often counts for more than one that it holds once. */
const BM25 = { k: 4, b: 0.7, d: 0.5 }

/**
 * Finds by pieces of words, so that what is said in a form that no lexicon holds still speaks a little for its topic:
 * "forgetful" shares "forget" with "forgetting". @returns ids with how near they are, the best 1.
 */
export function pieces(all: readonly Findable[]): (words: readonly string[]) => ReadonlyMap<string, number> {
  const index = new MiniSearch({
    fields: ['pieces'],
    tokenize: (text) => text.split(BETWEEN),
    processTerm: (piece) => piece,
    searchOptions: { bm25: BM25 },
  })
  index.addAll(all.map(({ id, texts }) => ({ id, pieces: texts.flatMap(piecesOf).join(BETWEEN) })))
  return function near(words) {
    const found = index.search([...new Set(piecesOf(words))].join(BETWEEN))
    const best = found[0]?.score ?? 1
    return new Map(found.map(({ id, score }) => [id as string, score / best]))
  }
}

/** Every run of letters of a text, over the spaces too, so that two words side by side hold a piece of their own. */
function piecesOf(words: readonly string[]): string[] {
  const text = ` ${words.join(' ')} `
  return LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length)),
  )
}
