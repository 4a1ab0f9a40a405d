/** The commands in the order in which Telegram lists them. */
export const COMMANDS = [
  'start',
  'continue',
  'change',
  'back',
  'advice',
  'web',
  'worker',
  'language',
  'delete',
  'help',
] as const
export type Command = (typeof COMMANDS)[number]

export const isCommand = (word: string): word is Command => (COMMANDS as readonly string[]).includes(word)
