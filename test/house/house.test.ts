import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

describe('the house', () => {
  test('zod comes in as a namespace: the named import is five times as large in the Worker', () => {
    const named = files('src', /\.tsx?$/).filter((file) =>
      /import \{[^}]*\bz\b[^}]*\} from 'zod'/.test(readFileSync(file, 'utf8')),
    )
    expect(named).toEqual([])
  })

  test('no file names a path of somebody’s machine or a package registry', () => {
    const lock = readFileSync('package-lock.json', 'utf8')
    expect(lock).not.toMatch(/"resolved":/)
    const texts = [
      ...files('src', /\.(tsx?|mjs|sql|scss)$/),
      ...files('content', /\.(yaml|ftl)$/),
      ...files('docs', /\.md$/),
      'README.md',
    ]
    const named = texts.filter((file) => /\/(home|Users|root)\/\w/.test(readFileSync(file, 'utf8')))
    expect(named).toEqual([])
  })

  test('every page of the documentation that another page links to exists', () => {
    const pages = ['README.md', 'CHANGELOG.md', ...files('docs', /\.md$/)]
    const broken = pages.flatMap((page) => {
      const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) =>
        join(page, '..', link!),
      )
      return links.filter((link) => !exists(link)).map((link) => `${page} -> ${link}`)
    })
    expect(broken).toEqual([])
  })
})

function exists(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}
