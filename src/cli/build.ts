import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { compile as compileStyle } from 'sass'
import type { Bundle } from '../app.ts'
import { compile } from '../content/compile.ts'
import { loadPictures } from '../content/load.ts'

const MIGRATIONS = 'src/store/migrations'

/** Make `build/`: the library with the page's style, script and drawings as one JSON file, and the program for Node. */
export default async function (): Promise<number> {
  await rm('build', { recursive: true, force: true })
  await mkdir('build')
  const bundle: Bundle = {
    library: await compile(),
    assets: { css: style(), js: await script(), pictures: await loadPictures('content') },
    migrations: await migrations(),
  }
  await writeFile('build/handrail.json', JSON.stringify(bundle))
  await cp('src/telegram/pdf/fonts', 'build/fonts', { recursive: true })
  await build({
    entryPoints: { handrail: 'src/cli/main.ts' },
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    logLevel: 'warning',
  })
  return 0
}

const style = (): string =>
  compileStyle('src/web/style/main.scss', { loadPaths: ['node_modules'], style: 'compressed', quietDeps: true }).css

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/web/client/main.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2019',
    write: false,
  })
  return outputFiles[0]!.text
}

async function migrations(): Promise<Bundle['migrations']> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(`${MIGRATIONS}/${name}`, 'utf8') })))
}
