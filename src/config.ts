import * as z from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

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
})

export type Config = z.output<typeof environment>

/** Thrown for a wrong setting; the message is for whoever starts the service. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = environment.safeParse(set)
  if (result.success) return result.data
  throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

/** A pack that the environment names must exist: better no service than the wrong council's. */
export function requirePack(id: string, packs: Readonly<Record<string, unknown>>): void {
  if (!(id in packs))
    throw new ConfigError(`PACK: there is no pack "${id}"; there are ${Object.keys(packs).join(', ')}`)
}
