#!/usr/bin/env node
import { ContentError } from '../content/load.ts'

/** Commands by name; each is loaded only when it is called. Exit 0 done, 1 found wanting, 2 wrong use. */
const COMMANDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  check: () => import('./check.ts'),
}

export type Command = (args: readonly string[]) => Promise<number>

const USAGE = `Usage: npm run handrail -- <command>

  check [--json]                     prove the content safe; says what to mend
`

const [name, ...args] = process.argv.slice(2)
const command = name === undefined ? undefined : COMMANDS[name]
if (!command) {
  process.stderr.write(name && name !== '--help' ? `There is no command "${name}".\n\n${USAGE}` : USAGE)
  process.exitCode = name === '--help' ? 0 : 2
} else {
  try {
    process.exitCode = await (await command()).default(args)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
