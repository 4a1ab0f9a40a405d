import * as z from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

/** The Telegram bot. The same names on Node and on Workers; without a token there is none. */
const telegram = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'give the whole token as BotFather shows it, such as 123456:ABC-def')
    .optional(),
  TELEGRAM_MODE: z.enum(['polling', 'webhook'], 'give polling or webhook').default('polling'),
  /** Sent back by Telegram with every update, so that nobody else can send one (core.telegram.org/bots/api#setwebhook). */
  TELEGRAM_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'use 16 to 256 letters, digits, _ and -')
    .optional(),
  /** Another server of the Bot API: one's own, or the emulator. */
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'give a whole address, such as https://api.telegram.org' })
    .optional(),
  /** The bot's name without @: the web offers "go on in Telegram" only where it is known. */
  TELEGRAM_BOT_NAME: z
    .string()
    .regex(/^[A-Za-z]\w{3,31}$/, 'give the name of the bot without @, such as HandrailBot')
    .optional(),
}

/** The environment, read once. A wrong value stops the start with a message that names it. */
const environment = z.object({
  PORT: z.coerce.number('give a number, such as 3000').int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_FILE: z.string().default('data/handrail.sqlite'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'give a whole address, such as https://handrail.example.gov.uk' })
    .optional(),
  PACK: z.string().default('lancashire'),
  EDITOR_KEY: z.string().min(12, 'use at least 12 characters').optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Behind a proxy that sets X-Forwarded-For: take the sender's address from there. */
  TRUST_PROXY: flag.default(false),
  ...telegram,
})

export type Config = z.output<typeof environment>

/** Thrown for a wrong setting; the message is for whoever starts the service. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  return accept(environment.safeParse(set))
}

const telegramAlone = z.object(telegram)
export type TelegramConfig = z.output<typeof telegramAlone>

/** The Telegram settings alone, for Workers, where the others are bindings. */
export function readTelegramConfig(env: Readonly<Record<string, unknown>>): TelegramConfig {
  const names = Object.keys(telegram).filter((name) => env[name] !== undefined && env[name] !== '')
  return accept(telegramAlone.safeParse(Object.fromEntries(names.map((name) => [name, env[name]]))))
}

/**
 * Settings that must go together before the bot may start, and the pack's own word that it may.
 * @throws ConfigError
 */
export function requireTelegram(
  config: TelegramConfig & { readonly PACK: string; readonly BASE_URL?: string | undefined },
  packs: Readonly<Record<string, { readonly telegram: boolean }>>,
): void {
  if (!config.TELEGRAM_BOT_TOKEN) return
  if (!packs[config.PACK]?.telegram)
    throw new ConfigError(
      `TELEGRAM_BOT_TOKEN: Telegram is switched off in the pack "${config.PACK}". Set "telegram: true" in its pack.yaml, or take the token away`,
    )
  if (config.TELEGRAM_MODE !== 'webhook') return
  if (!config.TELEGRAM_SECRET)
    throw new ConfigError('TELEGRAM_SECRET: a webhook needs one, so that nobody but Telegram can send updates')
  if (!config.BASE_URL) throw new ConfigError('BASE_URL: a webhook needs the public address of this service')
}

function accept<T>(result: z.ZodSafeParseResult<T>): T {
  if (result.success) return result.data
  throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

/** A pack that the environment names must exist: better no service than the wrong council's. */
export function requirePack(id: string, packs: Readonly<Record<string, unknown>>): void {
  if (!(id in packs))
    throw new ConfigError(`PACK: there is no pack "${id}"; there are ${Object.keys(packs).join(', ')}`)
}
