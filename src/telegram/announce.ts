import type { Api } from 'grammy'
import type { Say } from '../content/words.ts'
import { COMMANDS } from './commands/list.ts'

/** Tell Telegram the commands, with what they do, in each language that the guide speaks; the first is for all others. */
export async function announce(api: Api, speakers: ReadonlyArray<{ locale: string; say: Say }>): Promise<void> {
  for (const [index, { locale, say }] of speakers.entries()) {
    const commands = COMMANDS.map((command) => ({ command, description: say(`tg-command-${command}`) }))
    const scope = { scope: { type: 'all_private_chats' } } as const
    if (index === 0) await api.setMyCommands(commands, scope)
    await api.setMyCommands(commands, { ...scope, language_code: locale.split('-')[0] as 'en' })
  }
}
