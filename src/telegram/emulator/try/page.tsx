import type { Child } from 'hono/jsx'
import type { Person } from '../chat.ts'
import type { Shown } from '../screen.ts'

/** The chat as a list, the newest last, with a field to write in below it. */
export const ChatPage = ({ person, toast }: { person: Person; toast: string | undefined }) => {
  const screen = person.screen()
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Try the Telegram bot</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <h1>Try the Telegram bot</h1>
          <p>This is not Telegram. It plays its part on this machine, with a database that is gone when you stop it.</p>
        </header>
        <main>
          {toast && <output class="toast">{toast}</output>}
          <h2 id="chat">Chat</h2>
          {screen.length === 0 && <p>Nothing yet. Press the Start button, or write something below.</p>}
          <ol aria-labelledby="chat" class="chat">
            {screen.map((message) => (
              <Message message={message} />
            ))}
          </ol>
          <form method="post" action="/say" class="say">
            <label>
              Write a message
              <input name="text" autocomplete="off" maxlength={4096} />
            </label>
            <button type="submit">Send</button>
          </form>
          <h2 id="menu">Menu</h2>
          <form method="post" action="/say" class="menu" aria-labelledby="menu">
            {commandsOf(person).map(({ command, description }) => (
              <button type="submit" name="text" value={`/${command}`}>
                /{command} <span>{description}</span>
              </button>
            ))}
          </form>
          <form method="post" action="/photo" class="menu">
            <button type="submit">Send a photo</button>
          </form>
          <form method="post" action="/new" class="menu">
            <button type="submit">Be somebody else, in a new chat</button>
          </form>
        </main>
      </body>
    </html>
  )
}

const commandsOf = (person: Person) =>
  person.commands().length > 0 ? person.commands() : [{ command: 'start', description: 'Start' }]

const Message = ({ message }: { message: Shown }) => (
  <li id={`message-${message.id}`} tabindex={-1} class={message.by}>
    <h3>{message.by === 'bot' ? 'Bot' : 'You'}</h3>
    {message.text !== '' && <div class="text">{styled(message)}</div>}
    {message.by === 'person' && message.text === '' && <div class="text">(a photo)</div>}
    {message.document && (
      <p>
        <a href={`/document/${message.id}`}>Download {message.document.name}</a>
      </p>
    )}
    {message.buttons.map((row) => (
      <div class="row">
        {row.map(({ label, data, url }) =>
          data === undefined ? (
            <a class="button" href={url} rel="noreferrer">
              {label}
            </a>
          ) : (
            <form method="post" action="/press">
              <input type="hidden" name="message" value={message.id} />
              <input type="hidden" name="data" value={data} />
              <button type="submit">{label}</button>
            </form>
          ),
        )}
      </div>
    ))}
  </li>
)

/** The text with its styles, cut where a style begins or ends. */
function styled({ text, entities }: Shown): Child[] {
  const cuts = [...new Set([0, text.length, ...entities.flatMap(({ offset, length }) => [offset, offset + length])])]
  return cuts
    .toSorted((a, b) => a - b)
    .slice(0, -1)
    .map((from, index, all) => {
      const part = text.slice(from, all[index + 1] ?? text.length)
      const here = entities.filter(({ offset, length }) => offset <= from && from < offset + length)
      return here.reduceRight<Child>((inner, entity) => wrapped(inner, entity), part)
    })
}

function wrapped(inner: Child, entity: Shown['entities'][number]): Child {
  switch (entity.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'code':
      return <code>{inner}</code>
    case 'text_link':
      return (
        <a href={entity.url} rel="noreferrer">
          {inner}
        </a>
      )
    default:
      return inner
  }
}
