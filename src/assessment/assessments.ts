import type { Advice } from '../advice/document.ts'
import type { Listing } from './listing.ts'
import type { Seek, Sought } from './seek.ts'
import type { AnswerLine, View } from './view.ts'
import type { Named, Unclear, Whereabouts } from './where.ts'

/** The one way in for every channel. Each method returns a value; nothing a client sends makes one throw. */
export interface Assessments {
  begin(options: Begin): Promise<{ kind: 'ok'; id: string; resumeCode: string; view: View } | TooMany>
  /** The view, or `gone` where the id is unknown, erased or past its time. */
  look(id: string): Promise<Looked>
  answer(id: string, input: AnswerInput): Promise<Stepped>
  /** Whether this input, by its own id, has had its effect on the assessment already. */
  seen(id: string, by: Provenance): Promise<boolean>
  /**
   * Words of danger that came outside a question. They are kept with what matters to the person, so that what they raise
   * stops the questions and stays with the assessment, as soon as the walk has come that far.
   */
  tell(id: string, words: string, by: Provenance): Promise<Stepped>
  /** Stop here: the advice so far. */
  finish(id: string, seq: number, by?: Provenance): Promise<Stepped>
  /** Go on after an urgent action, or after looking at the advice so far. */
  carryOn(id: string, seq: number, by?: Provenance): Promise<Stepped>
  advice(id: string): Promise<{ kind: 'advice'; advice: Advice } | { kind: 'too-early' } | Gone>
  /** What may be shown under a type of equipment: products that fit, or whom to ask, or nothing. Pages count from 1. */
  products(id: string, type: string, page?: number): Promise<Offered>
  /** The supplier's link of a product, for somebody who goes there now; the click is counted by type and supplier. */
  goOut(product: string, by: GoingOut): Promise<{ kind: 'ok'; link: string } | { kind: 'not-shown' }>
  /** A question on the path as it was asked, with its answer, so that it can be changed. */
  revisit(id: string, question: string): Promise<Looked>
  resume(code: string, from: string): Promise<{ kind: 'ok'; id: string; view: View } | Gone | TooMany>
  erase(id: string): Promise<{ kind: 'ok' } | Gone>
  /** Whether one more try of the editors' key may come from this address within the hour. */
  mayTryKey(from: string): Promise<boolean>
  /** Where a postcode lies and who is responsible there. It belongs to no assessment, and nothing of it is kept. */
  where(postcode: string, pack?: string): Promise<Whereabouts | Unclear>
  /** Services for one need in one place. It belongs to no assessment, and nothing of it is kept. */
  services(seek: Seek): Promise<Sought>
  topics(words: string | undefined, pack?: string): TopicMatch[]
  /** Safety rules of a pack that free words raise, most urgent first. */
  heard(
    words: string,
    pack?: string,
  ): Array<{ rule: string; code: string; title: string; action: string; phone?: string; why: string }>
}

export interface Begin {
  readonly locale?: string
  readonly pack?: string
  readonly channel: Channel
  /** Answers given before their question is met, such as topics chosen on the first page. */
  readonly ahead?: ReadonlyArray<{ question: string; answer: unknown }>
  /** What stands for the sender in rate limits: an address. Only a keyed hash is kept, for an hour. */
  readonly from?: string
}

export type Channel = 'web' | 'api' | 'telegram' | 'console' | 'terminal'

/** Who sent an input, and its own id there, so that the same update twice has one effect. */
export interface Provenance {
  readonly source: Channel | 'worker'
  readonly sourceId?: string
}

export interface AnswerInput {
  readonly seq: number
  /** The one asked now where none is named. */
  readonly question?: string
  readonly answer: unknown
  readonly by: Provenance
}

/** What may be shown under a type of equipment to this person. */
export type Offered =
  { kind: 'ok'; listing: Listing; pack: string } | { kind: 'no-type' } | { kind: 'too-early' } | Gone

export interface GoingOut {
  /** The assessment that is open in the browser, where there is one: then the product has to fit that person. */
  readonly assessment?: string
  readonly channel: Channel
  /** What stands for the sender in rate limits: an address. */
  readonly from: string
  /** A look ahead by a machine is followed and not counted. */
  readonly counted: boolean
}

export interface Gone {
  readonly kind: 'gone'
}
export interface TooMany {
  readonly kind: 'too-many'
  readonly message: string
}
export type Looked = { kind: 'ok'; view: View; answers: AnswerLine[]; pack: string; resumeCode: string } | Gone
export type Stepped =
  | { kind: 'ok'; view: View; readonly answers: AnswerLine[] }
  /** `seq` is not the newest: something else was answered meanwhile. `same` when this very answer is in already. */
  | { kind: 'stale'; view: View; readonly answers: AnswerLine[]; message: string; same: boolean }
  /** `councils`: those to choose from, where a place is not clear yet. */
  | {
      kind: 'misfit'
      view: View
      readonly answers: AnswerLine[]
      message: string
      field: string
      councils: readonly Named[]
    }
  | Gone
  | TooMany

export interface TopicMatch {
  readonly id: string
  readonly group: 'health' | 'home' | 'daily'
  readonly title: string
  readonly hint: string
  /** The words mean it so clearly that it may be ticked before the person confirms it. */
  readonly sure: boolean
}
