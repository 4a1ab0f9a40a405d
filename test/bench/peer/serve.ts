/**
 * The peer that Handrail is measured against: a plain GOV.UK form service on `@dwp/govuk-casa`, with as many single-choice
 * questions as its first argument says, one after the other, and sessions in memory. Prints the address it listens on.
 */
import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { configure, field, Plan, validators } from '@dwp/govuk-casa'

/** The express that casa itself runs on. */
const express = createRequire(import.meta.resolve('@dwp/govuk-casa'))('express') as () => RequestListener

// It warns that sessions in memory do not last, which is just what is wanted here.
console.warn = () => {}

const waypoints = Array.from({ length: Number(process.argv[2]) }, (_, index) => `question-${index + 1}`)
const plan = new Plan()
plan.addSequence(...waypoints, 'the-end')

const { mount } = configure({
  plan,
  views: [import.meta.dirname],
  session: { name: 'peer', secret: 'not a secret', secure: false, ttl: 3600 },
  i18n: { dirs: [], locales: ['en'] },
  pages: waypoints.map((waypoint) => ({
    waypoint,
    view: 'question.njk',
    fields: [
      field('answer').validators([
        validators.required.make(),
        validators.inArray.make({ source: ['yes', 'no', 'unsure'], errorMsg: 'Choose an answer' }),
      ]),
    ],
  })),
})

const server = createServer(mount(express()))
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
