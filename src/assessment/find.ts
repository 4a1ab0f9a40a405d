import MiniSearch from 'minisearch'
import type { Library } from '../content/library.ts'
import { inVoice } from '../content/wording.ts'
import type { TopicMatch } from './assessments.ts'
import { packOf } from './content.ts'

/** Words that say nothing about a topic. */
const EMPTY = new Set(
  'a an and at can cannot cant do for from get getting i im in is it me my of on or out the to up with'.split(' '),
)

/** Topics from a person's own words, best match first; without words, all topics in their order. */
export function finder(library: Library) {
  const index = new MiniSearch({
    fields: ['title', 'hint', 'lexicon'],
    searchOptions: {
      boost: { title: 2, lexicon: 3 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
    },
    processTerm: (term) => {
      const plain = term.toLowerCase().replaceAll(/['’]/g, '')
      return EMPTY.has(plain) ? null : stem(plain)
    },
  })
  index.addAll(
    library.topics.map((topic) => ({
      id: topic.id,
      title: topic.title.self,
      hint: topic.hint.self,
      lexicon: topic.lexicon.join(' '),
    })),
  )
  return function find(words: string | undefined, pack: string): TopicMatch[] {
    const off = packOf(library, pack).topicsOff
    const ids = words?.trim() ? best(index.search(words)) : library.topics.map((topic) => topic.id)
    return ids.flatMap((id) => {
      const topic = library.topics.find((one) => one.id === id)
      if (!topic || off.includes(id)) return []
      return [{ id, group: topic.group, title: inVoice(topic.title, 'self'), hint: inVoice(topic.hint, 'self') }]
    })
  }
}

/** The matches that stand close enough to the best one: a word in common is not yet what was meant. */
const CLOSE = 0.4
const best = (hits: ReadonlyArray<{ id: unknown; score: number }>): string[] =>
  hits.filter((hit) => hit.score >= CLOSE * hits[0]!.score).map((hit) => String(hit.id))

/** Just enough stemming for everyday words: "falls", "falling", "baths", "stairs". */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(ing|es|ed|s)$/, '') : word)
