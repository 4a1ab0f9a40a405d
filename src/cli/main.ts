#!/usr/bin/env node
import { ConfigError } from '../config.ts'
import { ContentError } from '../content/load.ts'
import { Unavailable } from '../store/database.ts'

/** Commands by name; each is loaded only when it is called. Exit 0 done, 1 found wanting, 2 wrong use. */
const COMMANDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  build: () => import('./build.ts'),
  serve: () => import('./serve.ts'),
  check: () => import('./check.ts'),
  'safety-case': () => import('./safety-case.ts'),
  run: () => import('./run.ts'),
  telegram: () => import('./telegram.ts'),
  graph: () => import('./graph.ts'),
  find: () => import('./find.ts'),
  import: () => import('./import.ts'),
  place: () => import('./place.ts'),
  services: () => import('./services.ts'),
  demo: () => import('./demo.ts'),
  backup: () => import('./backup.ts'),
  expire: () => import('./expire.ts'),
  bench: () => import('./bench.ts'),
}

export type Command = (args: readonly string[]) => Promise<number>

const USAGE = `Usage: npm run handrail -- <command>

  serve                              serve the chat and the JSON API
  build                              make build/: content, style, script, program
  check [--json]                     prove the content safe; says what to mend
  safety-case [date]                 write docs/safety/case.md: what is proved, confirmed and open
  run [topic] [--as carer]           answer in the terminal
  telegram --try [--port N]          talk to the Telegram bot in your browser, without a token
  graph <topic>|--all [--mermaid|--dot]  draw a flow
  find "own words" [--json]          which topics the words mean
  import places <csv> [names.csv …]  take a postcode directory in
  place <postcode> [--json]          where it lies, and which council does what
  import products <file> [--supplier id] [--json]  a supplier's feed: CSV, or Google's (XML, TSV)
  demo products [--to file]          invented products, to try the pages with
  import oruk <file or address>      services of an Open Referral UK feed
  import feeds                       the feeds that the pack names, now
  services "<help or words>" --postcode <postcode>  who can help there, and why
  demo oruk                          invented services, to be imported for a demonstration
  backup <file>                      a checked copy of the database, while it runs
  expire                             erase what is past its time now
  bench [--json]                     how fast it is and how much memory it takes, after npm run build
`

// `handrail … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const [name, ...args] = process.argv.slice(2)
const command = name === undefined ? undefined : COMMANDS[name]
if (!command) {
  process.stderr.write(name && name !== '--help' ? `There is no command "${name}".\n\n${USAGE}` : USAGE)
  process.exitCode = name === '--help' ? 0 : 2
} else {
  try {
    process.exitCode = await (await command()).default(args)
  } catch (error) {
    const known = error instanceof ContentError || error instanceof ConfigError || error instanceof Unavailable
    if (!known) throw error
    process.stderr.write(`${error instanceof Unavailable ? 'The database cannot be used now: ' : ''}${error.message}\n`)
    process.exitCode = error instanceof ConfigError ? 2 : 1
  }
}
