import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Library } from '../../src/content/library.ts'
import type { Question } from '../../src/content/schema.ts'
import { speaker } from '../../src/content/words.ts'
import { told, type Asked, type Driver, type Input, type Scenario, type Seen } from './scenario.ts'

const SAYS_ONLY = 'the command keeps nothing: it forgets all when it ends'

/** Somebody at a terminal, who reads what `handrail run` prints and types the numbers of answers. */
export const byTerminal: Driver = {
  name: 'terminal',
  lacks: {
    pack: 'the command runs the default pack',
    reopen: SAYS_ONLY,
    erase: SAYS_ONLY,
    amend: 'the command ends with the advice',
  },
  open({ library }): Scenario {
    const say = speaker(library.locale, library.messages)
    const program = spawn(process.execPath, ['build/handrail.mjs', 'run'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = once(program, 'close')
    /** What was printed since the last line that was typed. */
    let page = ''
    let last: Seen = { kind: 'gone' }
    let wake = (): void => {}
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      page += text
      wake()
    })
    void ended.then(() => wake())

    /** Wait until all that is to be read stands there: a question with its choices, an action, or the advice. */
    async function read(): Promise<Seen> {
      for (;;) {
        const seen = seenIn(page)
        if (seen) return (last = seen)
        await new Promise<void>((resolve, reject) => {
          wake = resolve
          if (program.exitCode !== null) reject(new Error(`the command ended after:\n${page}`))
        })
      }
    }

    function type(line: string): Promise<Seen> {
      page = ''
      program.stdin.write(`${line}\n`)
      return read()
    }

    function seenIn(text: string): Seen | undefined {
      if (!text.endsWith('\n')) return undefined
      if (text.includes(say('not-an-assessment'))) return { kind: 'advice' }
      const urgent = /^!! (.+)\n {3}(.+)$/m.exec(text)
      if (urgent)
        return text.includes('(press Enter') ? { kind: 'urgent', title: urgent[1]!, action: urgent[2]! } : undefined
      const question = questionIn(text, library)
      if (!question) return undefined
      const choices = [...question.options.map((option) => option.id), ...question.allow]
      const whole = hasList(question) ? text.match(CHOICE)?.length === choices.length : text.includes('(or type')
      if (!whole && choices.length > 0) return undefined
      const refused = /^ {2}(\S.*)\n\n/.exec(text)?.[1]
      return { kind: 'question', question: question.id, choices, ...(refused ? { refused } : {}) }
    }

    /** What to type for an answer: numbers of the list, or the words where the question is not about a list. */
    function typed(answer: Input): string {
      const { question = '', choices = [] } = { ...last } as Partial<Asked>
      const chosen = Array.isArray(answer) ? answer : [answer]
      const numbers = chosen.map((one) => choices.indexOf(one) + 1)
      if (hasList(library.questions[question]) && numbers.every((number) => number > 0)) return numbers.join(',')
      if (typeof answer === 'object' && 'postcode' in answer) return answer.postcode
      return typeof answer === 'string' && choices.includes(answer) ? answer.replaceAll('_', ' ') : String(answer)
    }

    return {
      begin: read,
      see: () => Promise.resolve(last),
      answer: (answer) => type(typed(answer)),
      async change(question, answer) {
        while (last.kind === 'question' && last.question !== question) await type('back')
        return type(typed(answer))
      },
      finish: () => type('advice'),
      carryOn: () => type(''),
      advice: () =>
        Promise.resolve(
          told({
            urgent: lines(page, /^!! (.+)$/gm),
            items: lines(page, /^(?:\* )?(\S.*) \[(?:now|soon|later)\]$/gm),
            notSuitable: lines(page, /^Not safe for you: (.+)$/gm),
          }),
        ),
      code: () => Promise.reject(new Error(SAYS_ONLY)),
      resume: () => Promise.reject(new Error(SAYS_ONLY)),
      erase: () => Promise.reject(new Error(SAYS_ONLY)),
      async close() {
        program.stdin.end()
        await ended
      },
    }
  },
}

const hasList = (question: Question | undefined): boolean => question?.kind === 'single' || question?.kind === 'multi'

/** "  2. With a partner" */
const CHOICE = /^ {2}\d+\. .+$/gm

/** The question whose words stand above its list, once the whole list is there: "Who do you live with?  (at least 9 more questions)". */
function questionIn(text: string, { questions }: Library): Question | undefined {
  const asked = /^(\S.*) {2}\(.+\)$/m.exec(text)?.[1]
  const same = Object.values(questions).filter(
    ({ ask }) => asked !== undefined && (ask.self === asked || ask.other === asked),
  )
  // Two topics may ask in the same words; their choices tell which it is.
  return same.find(({ options }) =>
    options.every(({ label }) => [label.self, label.other].some((one) => one && text.includes(` ${one}\n`))),
  )
}

const lines = (page: string, pattern: RegExp): string[] => [...page.matchAll(pattern)].map((match) => match[1]!)
