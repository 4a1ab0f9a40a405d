import { adviceHeadingOf } from '../content/phrases.ts'
import type { Advice } from '../advice/document.ts'
import type { Looked } from '../assessment/assessments.ts'
import { equipmentText, servicesText, summary, topicsIn, topicText } from './advice.ts'
import { write } from './callback.ts'
import type { Turn } from './desk.ts'
import { parts } from './html.ts'
import type { Button, Page } from './page.ts'
import { retire, type Old } from './retire.ts'
import { split } from './split.ts'

type Found = Pick<Extract<Looked, { kind: 'ok' }>, 'view' | 'answers'>

/** Writes buttons that show something of the advice: they work at any later step as well. */
const buttonsOf = ({ open }: Turn, seq: number) =>
  function button(text: string, what: string, about?: string): Button {
    const act = { kind: 'do', what, ...(about === undefined ? {} : { about }) } as const
    return { text, data: write({ handle: open!.handle, seq, act }) }
  }

/** The advice in new messages, so that it stays to be read: the short form, with every part behind a button. */
export async function showAdvice(turn: Turn, { view, answers }: Found, old: Old): Promise<void> {
  const { desk, open } = turn
  const found = await desk.assessments.advice(open!.assessment)
  if (found.kind !== 'advice') return
  const { advice } = found
  const button = buttonsOf(turn, view.seq)
  const say = desk.say
  const unfinished = view.progress.mostLeft > 0
  const topics = topicsIn(advice).map((topic) => [
    button(adviceHeadingOf(topic, desk.library.topics, say), 'topic', topic),
  ])
  const buttons: Button[][] = [
    ...topics,
    advice.services.length > 0 ? [button(say('web-services'), 'services')] : [],
    unfinished ? [button(say('web-advice-more'), 'go')] : [],
    answers.length > 0 ? [button(say('tg-change-answer'), 'list')] : [],
    [
      ...(desk.baseUrl ? [button(say('tg-full-page'), 'web')] : []),
      ...(desk.pdf ? [button(say('tg-pdf'), 'pdf')] : []),
    ],
    [button(say('tg-ask-later'), 'wish')],
  ]
  const sent = await sendAll(turn, summary(desk, advice, unfinished), buttons)
  await desk.chats.show(open!.chat, open!.handle, sent)
  await retire(turn, old)
}

/** A long text in as many messages as it takes; the buttons stand under the last. */
async function sendAll({ post }: Turn, html: string, buttons: Page['buttons'] = []): Promise<number> {
  const messages = split(html)
  let last = 0
  for (const [at, message] of messages.entries())
    last = await post.send({ html: message, ...(at === messages.length - 1 ? { buttons } : {}) })
  return last
}

/** One part of the advice, in new messages below: a topic, a type of equipment, who can help, the document. */
export async function showPart(turn: Turn, what: string, about: string | undefined): Promise<boolean> {
  const { desk, open, post } = turn
  const found = open && (await desk.assessments.advice(open.assessment))
  if (found?.kind !== 'advice') return false
  const { advice } = found
  const looked = await desk.assessments.look(open!.assessment)
  const button = buttonsOf(turn, looked.kind === 'ok' ? looked.view.seq : 0)
  const back = [button(desk.say('tg-back-to-advice'), 'advice')]
  switch (what) {
    case 'topic':
      if (!topicsIn(advice).includes(about ?? '')) return false
      await sendAll(turn, topicText(desk, advice, about!), [...choosing(desk.say, advice, about!, button), back])
      return true
    case 'item': {
      const item = advice.items.find(({ id }) => id === about)
      if (!item) return false
      await sendAll(turn, equipmentText(desk, item), [back])
      return true
    }
    case 'services':
      await sendAll(turn, parts(servicesText(desk, advice)), [back])
      return true
    default:
      if (!desk.pdf) return false
      await post.document('handrail-advice.pdf', await desk.pdf(advice, desk.library, desk.say))
      return true
  }
}

const choosing = (
  say: Turn['desk']['say'],
  advice: Advice,
  topic: string,
  button: ReturnType<typeof buttonsOf>,
): Button[][] =>
  advice.items
    .filter((item) => item.topic === topic && item.equipment)
    .map((item) => [button(say('tg-how-to-choose', { name: item.title }), 'item', item.id)])
