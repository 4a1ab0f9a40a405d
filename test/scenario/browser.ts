import type { Served } from '../api/client.ts'
import { all, first, parseHtml, type Element } from './html.ts'

const ORIGIN = 'https://handrail.test'

/** A browser without a script: keeps cookies, follows redirects, and sends only what a form on the page can send. */
export interface Browser {
  page(): Element
  path(): string
  status(): number
  go(path: string): Promise<void>
  /** Fill in a form and press one of its buttons, the first unless named. */
  press(form: Element, filled?: Filled, button?: string): Promise<void>
}

/** What a person puts into the fields of a form, by name: a text, or the boxes that they tick. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

export function browser(app: Served): Browser {
  const cookies = new Map<string, string>()
  let page: Element = parseHtml('')
  let path = '/'
  let status = 0

  async function visit(to: string, init: RequestInit = {}, hops = 0): Promise<void> {
    if (hops > 5) throw new Error(`${to} redirects in a circle`)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(cookie ? { Cookie: cookie } : {}) }
    const response = await app.request(`${ORIGIN}${to}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keep(line)
    const location = response.headers.get('Location')
    if (location?.startsWith('/')) return visit(location, {}, hops + 1)
    path = to
    status = response.status
    page = parseHtml(await response.text())
  }

  function keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name!)
    else cookies.set(name!, value!)
  }

  return {
    page: () => page,
    path: () => path,
    status: () => status,
    go: visit,
    press(form, filled = {}, button) {
      const body = fieldsOf(form, filled, button)
      if (form.attributes.method !== 'post') return visit(`${form.attributes.action}?${body.toString()}`)
      return visit(form.attributes.action ?? path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: ORIGIN,
          'Sec-Fetch-Site': 'same-origin',
        },
        body: body.toString(),
      })
    },
  }
}

function fieldsOf(form: Element, filled: Filled, button?: string): URLSearchParams {
  const fields = new URLSearchParams()
  const wanted = new Map(
    Object.entries(filled).map(([name, value]) => [name, typeof value === 'string' ? [value] : [...value]]),
  )
  for (const { name, value, boxed, by } of controls(form)) {
    const mine = wanted.get(name)
    if (!boxed) fields.append(name, mine?.pop() ?? value)
    else if (mine ? take(mine, value) : by === 'page') fields.append(name, value)
  }
  const left = [...wanted].flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
  if (left.length > 0) throw new Error(`the page has no place for ${left.join(', ')}`)
  const pressed = all(form, 'button').find((one) => button === undefined || one.attributes.value === button)
  if (!pressed) throw new Error(`the page has no button "${button}"`)
  if (pressed.attributes.name) fields.append(pressed.attributes.name, pressed.attributes.value ?? '')
  return fields
}

function take(from: string[], value: string): boolean {
  const index = from.indexOf(value)
  if (index !== -1) from.splice(index, 1)
  return index !== -1
}

interface Control {
  readonly name: string
  readonly value: string
  /** A box or a choice of a list: sent when it is ticked, by the person or by the page. */
  readonly boxed: boolean
  readonly by: 'page' | 'person'
}

function controls(form: Element): Control[] {
  const inputs = all(form, 'input').map(({ attributes: { name = '', value = '', type, checked } }): Control => {
    const boxed = type === 'radio' || type === 'checkbox'
    return { name, value, boxed, by: boxed && checked === undefined ? 'person' : 'page' }
  })
  const areas = all(form, 'textarea').map((area): Control => ({
    name: area.attributes.name ?? '',
    value: area.children.join(''),
    boxed: false,
    by: 'page',
  }))
  const options = all(form, 'select').flatMap((select) => {
    const list = all(select, 'option')
    const shown = list.find((option) => option.attributes.selected !== undefined) ?? list[0]
    return list.map((option): Control => ({
      name: select.attributes.name ?? '',
      value: option.attributes.value ?? '',
      boxed: true,
      by: option === shown ? 'page' : 'person',
    }))
  })
  return [...inputs, ...areas, ...options]
}

/** The form of a page that is sent to an address. */
export function formTo(page: Element, action: string): Element {
  const form = first(page, 'form', { action })
  if (!form) throw new Error(`the page has no form to ${action}`)
  return form
}
