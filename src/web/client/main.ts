/**
 * What the pages gain from a script. They work fully without it, so every surprise ends in the browser's own way of
 * doing the same: the form is sent, the page is loaded.
 */
const QUICK = 'form[data-swift]'
const REGIONS = ['skips', 'page']

let sending = false
/** The button last pressed: browsers from before 2022 do not tell a form's submitter. */
let pressed: HTMLButtonElement | null = null
/** Path of the page that is shown. */
let shown = location.pathname

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (!form.matches(QUICK) || !window.fetch || !window.URLSearchParams) return
  event.preventDefault()
  if (sending) return
  sending = true
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => fields.append(name, String(value)))
  const button = (event.submitter ?? pressed) as HTMLButtonElement | null
  if (button?.name) fields.append(button.name, button.value)
  tell('saving')
  send(form, fields).catch(() => {
    // The browser's own submit sends no button along.
    if (button?.name) keep(form, button.name, button.value)
    form.submit()
  })
})

async function send(form: HTMLFormElement, fields: URLSearchParams): Promise<void> {
  const response = await fetch(form.action, { method: 'POST', body: fields, credentials: 'same-origin' })
  const wrong = response.status === 422 || response.status === 409
  if (!response.ok && !wrong) throw new Error('not a page to show')
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  const swaps = REGIONS.map((id) => [document.getElementById(id), next.getElementById(id)] as const)
  if (swaps.some(([old, fresh]) => !old || !fresh)) throw new Error('not a page of ours')
  if (!wrong) history.pushState(null, '', response.url)
  shown = location.pathname
  document.title = next.title
  for (const [old, fresh] of swaps) old!.replaceWith(fresh!)
  sending = false
  enliven()
  tell(wrong ? undefined : 'saved')
  arrive()
}

/** The new question, or what was wrong, takes the focus: a screen reader reads on from there. */
function arrive(): void {
  const target = document.querySelector<HTMLElement>('#summary, #notice, #question, main h1')
  window.scrollTo(0, 0)
  if (!target) return
  target.tabIndex = -1
  target.focus({ preventScroll: true })
  if (target.getBoundingClientRect().bottom > window.innerHeight) target.scrollIntoView({ block: 'center' })
}

function keep(form: HTMLFormElement, name: string, value: string): void {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  form.append(field)
}

function tell(what: 'saved' | 'saving' | undefined): void {
  const status = document.getElementById('status')
  if (status) status.textContent = (what && status.dataset[what]) || ''
}

// The page behind an address may have moved on, so Back and Forward ask the server. A link within the page fires
// `popstate` too, and must not reload it.
window.addEventListener('popstate', () => {
  if (location.pathname !== shown) location.reload()
})
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

/** Show what only works with a script. */
function enliven(): void {
  document.querySelectorAll<HTMLElement>('[data-with-script]').forEach((element) => (element.hidden = false))
}
enliven()
document.getElementById('summary')?.focus()

// "None of these" and "Not sure" stand alone.
document.addEventListener('change', (event) => {
  const box = event.target as HTMLInputElement
  if (box.type !== 'checkbox' || !box.checked || !box.form) return
  const alone = box.hasAttribute('data-alone')
  box.form.querySelectorAll<HTMLInputElement>(`input[name="${box.name}"]`).forEach((other) => {
    if (other !== box && (alone || other.hasAttribute('data-alone'))) other.checked = false
  })
})

document.addEventListener('click', (event) => {
  const element = event.target as HTMLElement
  pressed = element.closest('button')
  const out = element.closest<HTMLAnchorElement>('a[href="/leave"]')
  if (out) {
    event.preventDefault()
    leave()
  }
  if (element.closest('[data-print]')) window.print()
  const copy = element.closest<HTMLElement>('[data-copy]')
  if (copy) void copyText(copy)
})

async function copyText(button: HTMLElement): Promise<void> {
  const path = button.dataset.copy!
  const text = fetch(path, { credentials: 'same-origin' }).then((response) => response.text())
  try {
    // Safari writes to the clipboard only within the click, so it is given the promise.
    if (window.ClipboardItem) {
      const blob = text.then((words) => new Blob([words], { type: 'text/plain' }))
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    } else await navigator.clipboard.writeText(await text)
    const status = document.getElementById('status')
    if (status) status.textContent = button.dataset.copied!
  } catch {
    location.href = path
  }
}

// Three times Shift leaves a private page at once.
let shifts = 0
let lastShift = 0
document.addEventListener('keyup', (event) => {
  if (event.key !== 'Shift' || !document.querySelector('[data-quiet]')) {
    shifts = 0
    return
  }
  const now = Date.now()
  shifts = now - lastShift < 5000 ? shifts + 1 : 1
  lastShift = now
  if (shifts >= 3) leave()
})

function leave(): void {
  document.body.hidden = true
  document.title = ' '
  location.replace('/leave')
}

// Closed details would stay closed on paper.
let opened: HTMLDetailsElement[] = []
window.addEventListener('beforeprint', () => {
  opened = Array.from(document.querySelectorAll<HTMLDetailsElement>('main details:not([open])'))
  for (const details of opened) details.open = true
  // Nor would a drawing further down be there: it waits to be scrolled to.
  document.querySelectorAll<HTMLImageElement>('img[loading]').forEach((image) => (image.loading = 'eager'))
})
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
})
