import { describe, expect, test } from 'vitest'
import { checkPictures } from '../../src/check/pictures.ts'
import { loadPictures } from '../../src/content/load.ts'
import { miniature } from '../fixture/library.ts'

const drawing = (body: string, open = 'viewBox="0 0 9 9" role="img"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${open}><title>Board</title><desc>A board.</desc>${body}</svg>`

const said = (svg: string): string =>
  checkPictures(miniature(), { 'bath-board': svg })
    .map(({ message }) => message)
    .join('\n')

describe('a drawing is refused', () => {
  test.each([
    ['without a title', drawing('').replace(/<title>.*<\/title>/, ''), 'no <title>'],
    ['without a description', drawing('').replace(/<desc>.*<\/desc>/, ''), 'no <desc>'],
    ['with an empty title', drawing('').replace('Board', ' '), 'no <title>'],
    ['without a viewBox', drawing('', 'role="img"'), 'no viewBox'],
    ['without its role', drawing('', 'viewBox="0 0 9 9"'), 'role="img"'],
    ['when it is too large', drawing(`<path d="M0 0${'L9 9'.repeat(800)}"/>`), 'use at most 3072'],
    ['with a script', drawing('<script>alert(1)</script>'), 'script'],
    ['with a script in an attribute', drawing('<path onload="alert(1)" d="M0 0"/>'), 'script'],
    ['with a link to another place', drawing('<a href="https://example.org"><path d="M0 0"/></a>'), 'another file'],
    ['with a style from elsewhere', drawing('<style>@import "x.css"</style>'), 'another file'],
    ['with a fill from elsewhere', drawing('<path fill="url(other.svg#a)" d="M0 0"/>'), 'another file'],
    ['with a raster image', drawing('<image href="data:image/png;base64,AA"/>'), 'raster'],
    ['with words', drawing('<text>45 cm</text>'), 'translate'],
  ])('%s', (_, svg, what) => {
    expect(said(svg)).toContain(what)
    expect(said(svg)).toContain('content/pictures/bath-board.svg')
  })

  test('and one that uses its own parts is not', () => {
    expect(said(drawing('<path id="a" d="M0 0"/><use href="#a"/>'))).toBe('')
  })
})

test('a question that names a drawing which nobody made is a fault', () => {
  const mini = miniature()
  const knee = { ...mini.questions['knee-height']!, picture: 'measure-knee' }
  const asking = { ...mini, questions: { ...mini.questions, 'knee-height': knee } }
  expect(checkPictures(asking, {}).map(({ rule, path }) => [rule, path])).toEqual([['bad-picture', ['knee-height']]])
  expect(checkPictures(asking, { 'measure-knee': drawing('') })).toEqual([])
})

test('a drawing that belongs to nothing is found', () => {
  const mini = miniature()
  const knee = { ...mini.questions['knee-height']!, picture: 'measure-knee' }
  const asking = { ...mini, questions: { ...mini.questions, 'knee-height': knee } }
  const pictures = { 'bath-board': drawing(''), 'measure-knee': drawing(''), unicorn: drawing('') }
  expect(checkPictures(asking, pictures).map(({ path }) => path)).toEqual([['unicorn']])
})

test('all drawings are of one style and one size of paper', async () => {
  const pictures = Object.values(await loadPictures('content'))
  const part = (pattern: RegExp): unknown[] => [...new Set(pictures.map((svg) => pattern.exec(svg)?.[0]))]
  expect(pictures.length).toBeGreaterThanOrEqual(64)
  expect(part(/<style>.*<\/style>/s)).toHaveLength(1)
  expect(part(/viewBox="[^"]*"/)).toEqual(['viewBox="0 0 120 120"'])
  expect(part(/\s(?:stroke|fill)="[^"]*"/)).toEqual([undefined])
})
