/**
 * How people say the same thing in different words. A trigger of a safety rule is written once, and stands for all the
 * ways in which a person may say it: of mum or of a husband, "cannot" or "couldn't", fell or fallen, pills or tablets.
 * These are the words of English; content in another language needs its own.
 */

/** Ways to write a word, or several, that count as one. The first stands for the others. */
const SAME: ReadonlyArray<readonly [string, string]> = [
  [
    'cant',
    'can not|cannot|canot|cannnot|carnt|cnt|couldnt|could not|coudnt|cudnt|not able to|not been able to|havent been able to|have not been able to|hasnt been able to|unable to|can no longer',
  ],
  ['dont', 'do not|does not|doesnt|dosent|dosnt|did not|didnt|dint|dnt'],
  ['wont', 'will not|would not|wouldnt|wouldent'],
  ['havent', 'have not|has not|hasnt|had not|hadnt|aint'],
  ['i am', 'im|iam'],
  ['he is', 'hes|shes|theyre|he s|she s'],
  ['i have', 'ive'],
  ['there is', 'theres'],
  ['it is', 'its'],
  ['he', 'she|they|someone|somebody'],
  ['her', 'him|his|their|them|hers'],
  ['anymore', 'any more|any longer|nomore'],
  ['to', 'too'],
  ['going to', 'gonna|gunna|about to|gona'],
  ['want to', 'wanna|wants to|wanted to|wish to|would like to|wana'],
  ['fell', 'fallen|falled|had a fall|had a bad fall|took a tumble|had a tumble|took a fall'],
  [
    'tablets',
    'tablet|pills|pill|meds|medication|medications|medicine|medicines|capsules|painkillers|paracetamol|paracetamols',
  ],
  ['pee', 'wee|urinate|piss|pass water|pass urine|pass any urine|pass any water|have a pee|have a wee|go for a wee'],
  [
    'blood thinners',
    'warfarin|apixaban|rivaroxaban|edoxaban|dabigatran|clopidogrel|eliquis|xarelto|anticoagulant|anticoagulants|blood thinner|bloodthinners|bloodthinner',
  ],
  ['hit', 'banged|bumped|bashed'],
  ['tummy', 'belly|stomach|stomache|tum|abdomen'],
  ['bottom', 'bum|backside|arse'],
  ['house', 'home|bungalow'],
  ['suicidal', 'suicidle|suisidal|suicidel|sucidal|suacidal'],
  ['unconscious', 'unconcious|unconsious|uncontious'],
  ['diarrhoea', 'diarrhea|diarhea|diahorrea|diarhoea|the runs'],
  ['stroke', 'stoke'],
  ['breathe', 'breath|breathing|breth|brethe|breeth'],
  ['woken', 'roused'],
]

/** People close to somebody: a trigger that names one of them is heard of all, and "he" and "her" of them as well. */
export const KIN = 'mum'
const CLOSE =
  'mums|mam|mams|mom|mummy|mother|mothers|dad|dads|daddy|father|fathers|nan|nans|nana|gran|grans|granny|grandma|grandad|granddad|grandpa|husband|husbands|hubby|wife|wifes|missus|partner|partners|boyfriend|girlfriend|son|sons|daughter|daughters|brother|brothers|sister|sisters|uncle|aunt|auntie|stepson|grandson|granddaughter|nephew|niece'

const FOLDS: ReadonlyMap<string, string> = new Map(
  [...SAME, [KIN, CLOSE] as const].flatMap(([one, others]) => others.split('|').map((other) => [other, one] as const)),
)
const ways = (form: (words: string) => boolean): RegExp =>
  new RegExp(
    `(?<= )(?:${[...FOLDS.keys()]
      .filter(form)
      .toSorted((a, b) => b.length - a.length)
      .join('|')})(?= )`,
    'g',
  )
const SEVERAL = ways((words) => words.includes(' '))
const SINGLE = ways((words) => !words.includes(' '))

/** The words of a text, in small letters, without apostrophes, each as the word that stands for it. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/['’`]|\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
  const fold = (found: string): string => FOLDS.get(found)!
  // Single words first, so that "hasn't been able" and "has not been able" come out alike; then what is several words.
  return ` ${plain} `
    .replaceAll(SEVERAL, fold)
    .replaceAll(SINGLE, fold)
    .replaceAll(SEVERAL, fold)
    .split(' ')
    .filter(Boolean)
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Small words that may stand between the words of a trigger, and change nothing. "Not", "in" or "of" are none. */
const FILLERS = set(
  'a an the my me our your her this that these i we you he is are am was were be been being has have had just really ' +
    'very so quite bit now still all also then and again suddenly got get getting keeps gone completely totally even ' +
    'both actually like literally absolutely ever such bad badly old poor that some morning today yesterday tonight',
)
export const isFiller = (word: string): boolean => FILLERS.has(word)

/** Those of them that a trigger does without, unless they stand at its end. */
const NEEDLESS = set('a an the my your our this is are am was were be been has had and')
export const bare = (words: readonly string[]): string[] =>
  words.filter((word, index) => index === 0 || index === words.length - 1 || !NEEDLESS.has(word))

/** What may stand round the only thing that somebody says: "help, heart attack", "i think a stroke". */
const ROUND = set('help please think maybe possible possibly having it today')
export const saysNothing = (word: string): boolean => isFiller(word) || ROUND.has(word)
