import type { Library } from '../content/library.ts'
import { inVoice } from '../content/wording.ts'
import type { TopicMatch } from './assessments.ts'
import { packOf } from './content.ts'
import { ranking, type Ranked } from './words/ranking.ts'

/** More than this is no offer but a list. */
const MOST = 3
/** Less than this speaks for no topic: a word in common is not yet what was meant. */
const NEAR = 0.05
/** Of the best score, what a topic needs to be offered beside it, and to be taken as meant as well. */
const CLOSE = 0.2
const AS_GOOD = 0.75
/** From here on the best topic is taken as meant. */
const SURE = 1

/** Topics from a person's own words, best match first; without words, all topics in their order. */
export function finder(library: Library) {
  // Made with the first search: it takes a moment, and a Worker has to start at once.
  let rank: ReturnType<typeof ranking> | undefined
  return function find(words: string | undefined, pack: string): TopicMatch[] {
    const off = packOf(library, pack).topicsOff
    if (!words?.trim())
      return library.topics.filter(({ id }) => !off.includes(id)).map((topic) => asMatch({ topic, score: 0 }, Infinity))
    rank ??= ranking(library)
    const ranked = rank(words).filter(({ topic }) => !off.includes(topic.id))
    const best = ranked[0]?.score ?? 0
    return ranked
      .filter(({ score }) => score >= NEAR && score >= CLOSE * best)
      .slice(0, MOST)
      .map((one) => asMatch(one, best))
  }
}

const asMatch = ({ topic, score }: Ranked, best: number): TopicMatch => ({
  id: topic.id,
  group: topic.group,
  title: inVoice(topic.title, 'self'),
  hint: inVoice(topic.hint, 'self'),
  sure: best >= SURE && score >= AS_GOOD * best,
})
