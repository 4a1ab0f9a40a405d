import { GrammyError, type Context } from 'grammy'
import type { Say } from '../content/words.ts'
import { escape } from './html.ts'

/** A group or a channel: one polite word, and out. What is said about somebody's health is for that person alone. */
export async function leaveGroup(ctx: Context, say: Say): Promise<void> {
  const status = ctx.myChatMember?.new_chat_member.status
  // It was put out already, or has just left.
  if (status === 'kicked' || status === 'left') return
  const chat = ctx.chat!.id
  if (ctx.chat!.type !== 'channel') await quietly(() => ctx.api.sendMessage(chat, escape(say('tg-group-chat'))))
  await quietly(() => ctx.api.leaveChat(chat))
}

/** Where the bot may not write, or is not any more, there is nothing to be said. */
async function quietly(call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
  }
}
