import type { FaultRule } from '../../src/check/fault.ts'
import type { GoldenCase } from '../../src/check/golden.ts'
import { condition, type ConditionNotation } from '../../src/advice/notation.ts'
import { offer, shown } from '../../src/advice/offer.ts'
import type { Library } from '../../src/content/library.ts'
import { mappingEntry, type Mapping } from '../../src/content/mapping.ts'
import type { Pictures } from '../../src/content/picture.ts'
import * as schema from '../../src/content/schema.ts'
import type { AdviceItem, Equipment, Question, SafetyRule } from '../../src/content/schema.ts'
import type { Edge, Node } from '../../src/flow/compose.ts'
import { ask, flow, type Flow } from '../../src/flow/define.ts'
import { miniature, miniatureGolden } from '../fixture/library.ts'

/** One mistake that an author could make in the miniature, and what the report has to name. */
export interface Broken {
  readonly mistake: string
  readonly names: string
  readonly library?: Partial<Library>
  readonly golden?: readonly GoldenCase[]
  readonly pictures?: Pictures
  readonly mapping?: Mapping
  /** A mistake in the code that decides which products are shown. */
  readonly listing?: typeof shown
  /** A mistake that no content can make, only the code that composes the plan. */
  readonly node?: { readonly id: string; readonly edges: (edges: readonly Edge[]) => readonly Edge[] }
  /** The whole path, where it has to be the shortest of several. */
  readonly path?: readonly string[]
}

const mini = miniature()
const [tip, ...tips] = mini.advice as [AdviceItem, ...AdviceItem[]]
const [board, raisers, lift] = mini.equipment as [Equipment, Equipment, Equipment]
const [chest] = mini.safety as [SafetyRule]
const [bath, chair] = mini.flows as [Flow, Flow]
const [inPain, sitsWell] = miniatureGolden() as [GoldenCase, GoldenCase]

const saying = (text: string): Partial<Library> => ({
  advice: [{ ...tip, text: { self: text, other: undefined } }, ...tips],
})
const when = (notation: ConditionNotation): Partial<Library> => ({
  advice: [{ ...tip, when: condition(notation) }, ...tips],
})
const asking = (id: string, change: Partial<Question>): Partial<Library> => ({
  questions: { ...mini.questions, [id]: { ...mini.questions[id]!, ...change } },
})
const to =
  (id: string): ((edges: readonly Edge[]) => readonly Edge[]) =>
  (edges) => [...edges.slice(0, -1), { to: id }]

/** Products shown for some types whatever their tier is. */
const showingAll =
  (tier: Equipment['tier']): typeof shown =>
  (type, facts, findings, products) =>
    type.tier === tier ? products : shown(type, facts, findings, products)
const { url: _, ...bare } = mini.signposts['asc-front-door']!
const near = schema.needMatch.parse({
  type: 'asc-front-door',
  terms: ['Foot care'],
  words: 'foot care',
  source: 'OK',
  reviewed: '2026-11-01',
  reviewBy: '2027-11-01',
  confidence: 'high',
})
const helpline = schema.nationalService.parse({
  id: 'helpline',
  name: 'Helpline',
  types: ['asc-front-door'],
  what: 'Advice on care.',
  phone: '0800 000 000',
  url: 'https://helpline.example/',
  checked: 'verified',
  lastChecked: '2026-11-01',
  source: 'OK',
})

export const BROKEN: Readonly<Record<FaultRule, Broken>> = {
  'missing-question': {
    mistake: 'a flow asks a question that nobody wrote',
    names: 'bath-colour',
    library: { flows: [{ ...bath, steps: [...bath.steps, ...ask('bath-colour')] }, chair] },
  },
  'missing-reference': {
    mistake: 'an option is misspelt in a condition',
    names: 'bath-slowly',
    library: when({ 'bath-hard': 'ovr' }),
  },
  'dead-option': {
    mistake: 'the last way out of a place has a condition',
    names: 'bath/bath-hard',
    node: { id: 'bath/bath-hard', edges: (edges) => edges.slice(0, -1) },
    path: ['start/who', 'safety/red-now', 'bath/bath-hard'],
  },
  'ambiguous-edge': {
    mistake: 'a way that always holds stands before another',
    names: 'choice/topics',
    node: { id: 'choice/topics', edges: (edges) => edges.toReversed() },
  },
  'unreachable-question': {
    mistake: 'a question hangs on a condition that contradicts itself',
    names: 'bath/seat-height',
    library: { flows: [flow('bath', ask('bath-hard'), ask('seat-height', { who: 'me', not: { who: 'me' } })), chair] },
    path: ['bath/seat-height'],
  },
  'no-way-out': {
    mistake: 'the last question leads back to itself only',
    names: 'close/place',
    node: { id: 'close/place', edges: to('close/place') },
    path: ['start/who', 'safety/red-now', 'close/place'],
  },
  'unasked-condition': {
    mistake: 'advice hangs on a question that no flow asks',
    names: 'bath-slowly',
    library: {
      ...when({ topics: 'bath', any: ['always', { grip: 'yes' }] }),
      ...asking('grip', { ...mini.questions.sitbal!, id: 'grip', shared: undefined }),
    },
  },
  'missing-text': {
    mistake: 'an interface string is gone',
    names: 'route-shop',
    library: { messages: mini.messages.replace(/^route-shop = .*$/m, '') },
  },
  'text-too-long': {
    mistake: 'an option has more words than a button holds',
    names: 'sitbal=yes',
    library: asking('sitbal', {
      options: [
        {
          id: 'yes',
          label: { self: 'Yes, on any kind of seat, for as long as I want to, and without help', other: undefined },
          alone: false,
        },
        mini.questions.sitbal!.options[1]!,
      ],
    }),
  },
  'missing-figure': {
    mistake: 'a text names a figure that nobody wrote down',
    names: 'price-of-tea',
    library: saying('It is {price-of-tea}.'),
  },
  'loose-figure': {
    mistake: 'a sum of money stands in the words',
    names: '£10 a week',
    library: saying('You may get £10 a week.'),
  },
  'reading-age': {
    mistake: 'a text is written for officials',
    names: 'bath-slowly',
    library: saying(
      'Equipment provision necessitates multidisciplinary consideration of individual environmental circumstances and functional capability.',
    ),
  },
  'question-length': {
    mistake: 'a question is four questions',
    names: 'sitbal',
    library: asking('sitbal', {
      ask: {
        self: 'Can you sit on a bed? Can you sit on a stool? Can you do so and not hold on? Can you now?',
        other: undefined,
      },
    }),
  },
  'sentence-length': {
    mistake: 'an urgent action takes more than one breath',
    names: 'M2',
    library: {
      safety: [
        {
          ...chest,
          action: {
            self: 'Call 999 now. Say where you are. Say what is wrong. Say how long it has been. Sit down and rest. Do not eat. Do not drink. Wait.',
            other: undefined,
          },
        },
      ],
    },
  },
  'source-missing': {
    mistake: 'an item names a source that is not listed',
    names: 'bath-slowly',
    library: { advice: [{ ...tip, source: 'S-NOWHERE' }, ...tips] },
  },
  'date-passed': {
    mistake: 'a safety rule is past its review date',
    names: 'M2',
    library: { safety: [{ ...chest, reviewBy: '2026-11-20' }] },
  },
  'shut-gate-opened': {
    mistake: 'a gate says "not known to be unsafe" where it should say "known to be safe"',
    names: 'bath-board',
    library: { equipment: [{ ...board, gate: condition({ possible: { not: { sitbal: 'no' } } }) }, raisers, lift] },
  },
  'urgent-without-action': {
    mistake: 'the safety screen has an answer that leads to nothing',
    names: 'red-now',
    library: asking('red-now', {
      options: [
        ...mini.questions['red-now']!.options,
        { id: 'bleeding', label: { self: 'Bleeding that does not stop', other: undefined }, alone: false },
      ],
    }),
  },
  'assessed-only-sold': {
    mistake: 'a type that must be assessed for has a shop route',
    names: 'Bath lift',
    library: { equipment: [board, raisers, { ...lift, routes: ['shop', 'ot-assessment'] }] },
  },
  'rule-never-fires': {
    mistake: 'a safety rule needs two answers to one question',
    names: 'M2',
    library: {
      safety: [{ ...chest, when: condition({ 'red-now': 'chest', all: [{ who: 'me' }, { who: 'carer' }] }) }],
    },
  },
  'rule-without-case': {
    mistake: 'no golden case raises a safety rule',
    names: 'M2',
    golden: [sitsWell],
  },
  'equipment-never-suggested': {
    mistake: 'a gate asks for what the wish rules out',
    names: 'Bath board',
    library: {
      equipment: [
        { ...board, gate: condition({ sitbal: 'yes', not: { 'bath-hard': ['over', 'up'] } }) },
        raisers,
        lift,
      ],
    },
  },
  'no-early-advice': {
    mistake: 'a topic says nothing until the end',
    names: 'bath',
    library: { advice: tips },
  },
  'walk-without-end': {
    mistake: 'a question leads back to an earlier one',
    names: 'chair/chair-hard',
    node: {
      id: 'chair/seat-height',
      edges: (edges) => [{ to: 'chair/chair-hard', when: condition({ who: 'me' }) }, ...edges],
    },
    path: [
      'start/who',
      'safety/red-now',
      'chair/chair-hard',
      'chair/sitbal',
      'chair/knee-height',
      'chair/seat-height',
      'chair/chair-hard',
    ],
  },
  'golden-case': {
    mistake: 'a case asks for what must not be said',
    names: 'bath-board',
    golden: [inPain, { ...sitsWell, answers: { ...sitsWell.answers, sitbal: 'no' } }],
  },
  'safety-softened': {
    mistake: 'a pack puts its own rule in the place of one of ours',
    names: 'M2',
    library: { packs: { default: { ...mini.packs.default!, safety: [{ ...chest, code: 'GP2' }] } } },
  },
  'bad-mapping': {
    mistake: 'a shop’s category leads to a type that must be assessed for',
    names: 'bath-lift',
    mapping: [
      mappingEntry.parse({ type: 'bath-lift', categories: ['Bath > Lifts'], reviewed: null, reviewBy: '2027-11-21' }),
    ],
  },
  'assessed-only-listed': {
    mistake: 'the listing forgets that some types must be assessed for',
    names: 'Bath lift',
    listing: showingAll('assessed-only'),
  },
  'get-advice-listed': {
    mistake: 'the listing forgets that some types need advice first',
    names: 'Chair raisers',
    library: { equipment: [board, { ...raisers, tier: 'get-advice' }, lift] },
    listing: showingAll('get-advice'),
  },
  'nobody-to-ask': {
    mistake: 'a type needs advice, and only a shop is named',
    names: 'Chair raisers',
    library: { equipment: [board, { ...raisers, tier: 'get-advice', routes: ['shop'] }, lift] },
  },
  'unfit-product-listed': {
    mistake: 'the listing takes a product for strong enough that does not say what it holds',
    names: 'Bath board',
    listing: (type, facts, findings, products) => (offer(type, facts, findings).show === 'products' ? products : []),
  },
  'bad-picture': {
    mistake: 'a drawing has no words for those who do not see it',
    names: 'bath-board.svg',
    pictures: {
      'bath-board':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"><title>Board</title><path d="M1 1H8"/></svg>',
    },
  },
  'unmatched-need': {
    mistake: 'a kind of help has no entry in the mapping of needs to services',
    names: 'asc-front-door',
    library: { matching: {} },
  },
  'empty-hand': {
    mistake: 'a kind of help leads to no number, no address and no national service that has been checked',
    names: '"foot-clinic" leads to no number',
    library: {
      signposts: { ...mini.signposts, 'foot-clinic': { ...bare, id: 'foot-clinic' } },
      services: [{ ...helpline, types: ['foot-clinic'], checked: 'unchecked' }],
      matching: { ...mini.matching, 'foot-clinic': { ...near, type: 'foot-clinic', national: ['helpline'] } },
    },
  },
  'fixed-number-hidden': {
    mistake: 'help in a crisis is looked up in local lists',
    names: 'mental-health',
    library: {
      signposts: { ...mini.signposts, 'mental-health': { ...bare, id: 'mental-health', phone: '111' } },
      matching: { ...mini.matching, 'mental-health': { ...near, type: 'mental-health' } },
    },
  },
}

/** The nodes of a plan with the ways out of one of them changed. */
export const changed = (nodes: readonly Node[], { id, edges }: NonNullable<Broken['node']>): Node[] =>
  nodes.map((node) => (node.id === id ? { ...node, edges: edges(node.edges) } : node))
