import type { Contact } from '../../content/pack.ts'
import type { Frame } from '../frame.ts'
import { Phone } from './phone.tsx'

/** How to reach a person: the same words in the same place on every page (WCAG 3.2.6). */
export const Help = ({ frame: { say, contacts } }: { frame: Frame }) => (
  <aside class="help" aria-labelledby="help">
    <h2 id="help" class="help-title">
      {say('web-help-title')}
    </h2>
    {contacts.map((contact) => (
      <CouncilLine contact={contact} say={say} brief={contacts.length > 1} />
    ))}
    {contacts.length === 0 && (
      <p>
        {say('web-help-none')} <a href={say('web-help-find-url')}>{say('web-help-find')}</a>
      </p>
    )}
    <p class="help-danger">
      <DangerLine say={say} />
    </p>
  </aside>
)

/** A council's number; among several only that, so that the page stays calm. */
const CouncilLine = ({ contact, say, brief }: { contact: Contact; say: Frame['say']; brief: boolean }) => (
  <p>
    {contact.name}: <Phone number={contact.phone} />
    {!brief && <span class="quiet block">{contact.hours}</span>}
    {!brief && contact.outOfHoursPhone && (
      <span class="quiet block">
        <Mention text={say('web-help-out-of-hours', { phone: contact.outOfHoursPhone })} />
      </span>
    )}
  </p>
)

export const DangerLine = ({ say }: { say: Frame['say'] }) => (
  <Mention text={say('web-help-danger', { phone: '999' })} />
)

/** A sentence whose phone number can be tapped. */
export const Mention = ({ text }: { text: string }) => {
  const found = /\b(?:999|0[\d ]{8,14}\d)\b/.exec(text)
  if (!found) return <>{text}</>
  return (
    <>
      {text.slice(0, found.index)}
      <Phone number={found[0]} />
      {text.slice(found.index + found[0].length)}
    </>
  )
}
