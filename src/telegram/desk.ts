import type { Assessments, Provenance } from '../assessment/assessments.ts'
import type { Chat, Chats } from '../assessment/chats.ts'
import type { FollowUps } from '../assessment/follow-ups.ts'
import type { Moves } from '../assessment/moves.ts'
import type { Advice } from '../advice/document.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
import type { Post } from './post.ts'

/** Everything that the bot works with. It keeps nothing of its own: what must last is in the store behind these. */
export interface Desk {
  readonly assessments: Assessments
  readonly chats: Chats
  readonly followUps: FollowUps
  readonly moves: Moves
  readonly library: Library
  readonly say: Say
  readonly pack: Pack
  /** Answers that are not repeated in the chat: somebody else may read it. */
  readonly hidden: ReadonlySet<string>
  /** The public address of the web, where there is one to go on at. */
  readonly baseUrl?: string | undefined
  readonly clock: () => number
  /** Makes the advice as a document, where the machine can. */
  readonly pdf?: ((advice: Advice, library: Library, say: Say) => Promise<Uint8Array>) | undefined
}

/** One update of one chat: who sent it, and what is open there. */
export interface Turn {
  readonly desk: Desk
  readonly post: Post
  readonly chat: number
  readonly by: Provenance
  /** Id of the update: sent again, it is the same one. */
  readonly update: number
  readonly open: Chat | null
  /** The message whose button was pressed. */
  readonly pressed?: number
  /** Said over the chat for a moment, in answer to a press. */
  readonly toast: (text: string) => void
}

/** The same turn with another chat open. */
export const withOpen = (turn: Turn, open: Chat | null): Turn => ({ ...turn, open })
