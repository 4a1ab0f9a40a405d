import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'

const run = promisify(execFile)
/** The free plan of Workers takes 3 MB compressed; a small bundle starts sooner. */
const LIMIT_KB = 1024

/** wrangler.toml as it is, but without its build step: other tests are using what is in build/. */
async function withoutBuild(): Promise<string> {
  const config = await readFile('wrangler.toml', 'utf8')
  return config
    .replace(/\[build\]\n(?:.+\n)*/, '')
    .replace(/^main = "(.+)"$/m, (_, main: string) => `main = ${JSON.stringify(resolve(main))}`)
}

test(`the Worker with all its content is under ${LIMIT_KB} kB compressed`, { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-worker-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const config = join(folder, 'wrangler.toml')
  await writeFile(config, await withoutBuild())
  const { stdout } = await run(
    'wrangler',
    ['deploy', '--dry-run', '--config', config, '--outdir', join(folder, 'out')],
    {
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1', XDG_CONFIG_HOME: folder },
    },
  )
  // What is uploaded is the program, not the map of it for debugging.
  const files = (await readdir(join(folder, 'out'))).filter((name) => !name.endsWith('.map') && name !== 'README.md')
  const sizes = await Promise.all(files.map(async (name) => readFile(join(folder, 'out', name))))
  const kB = sizes.reduce((sum, contents) => sum + gzipSync(contents).length, 0) / 1024
  const whole = sizes.reduce((sum, contents) => sum + contents.length, 0) / 1024
  const [, said] = /gzip: ([\d.]+) KiB/.exec(stdout) ?? []
  expect(files.length).toBeGreaterThan(0)
  expect(Number(said), 'as wrangler counts it').toBeLessThan(LIMIT_KB)
  expect(kB).toBeLessThan(LIMIT_KB)
  console.log(`Worker bundle: ${whole.toFixed(0)} kB, compressed ${kB.toFixed(0)} kB (wrangler says ${said} KiB)`)
})
