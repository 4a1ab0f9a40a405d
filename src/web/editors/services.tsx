import { longDate } from '../../content/phrases.ts'
import type { Entry } from '../../assessment/upkeep.ts'
import type { Say } from '../../content/words.ts'
import type { Hidden } from '../../directory/upkeep/hidden.ts'
import type { Note } from '../../directory/upkeep/notes.ts'
import type { Own } from '../../directory/upkeep/own.ts'
import type { Frame } from '../frame.ts'
import { Page } from '../pages/page.tsx'

interface ServicesProps {
  readonly frame: Frame
  readonly notes: readonly Note[]
  readonly own: readonly Own[]
  readonly hidden: readonly Hidden[]
  /** Entries that the editor searched for, to hide one. */
  readonly found: readonly Entry[]
  readonly words: string
}

/** All that editors do about local services, on one page. */
export const ServicesPage = ({ frame, notes, own, hidden, found, words }: ServicesProps) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('editors-services')} back="/editors">
      <h1>{say('editors-services')}</h1>
      <p class="lead">{say('editors-services-lead')}</p>
      <h2>{say('editors-notes')}</h2>
      {notes.length === 0 ? (
        <p>{say('editors-notes-none')}</p>
      ) : (
        <Notes say={say} notes={notes} own={new Set(own.map(({ service }) => service.id))} />
      )}
      <h2>{say('editors-own')}</h2>
      <p>
        <a href="/editors/services/new" class="govuk-button">
          {say('editors-own-add')}
        </a>
      </p>
      {own.length === 0 ? <p>{say('editors-own-none')}</p> : own.map((one) => <OwnOne say={say} own={one} />)}
      <h2 id="hide">{say('editors-hide-title')}</h2>
      <HideForm say={say} found={found} words={words} />
      <h2>{say('editors-hidden')}</h2>
      {hidden.length === 0 && <p>{say('editors-hidden-none')}</p>}
      {hidden.map(({ id, name, hidden_at }) => (
        <div class="upkeep-line">
          <p>
            <strong>{name}</strong> <span class="quiet">{longDate(new Date(hidden_at).toISOString())}</span>
          </p>
          <Act to="show" id={id} label={say('editors-hidden-show')} about={name} />
        </div>
      ))}
    </Page>
  )
}

/** One button that does one thing to one entry. */
const Act = ({ to, id, label, about }: { to: string; id: string; label: string; about: string }) => (
  <form method="post" action={`/editors/services/${to}`} class="upkeep-act">
    <input type="hidden" name="id" value={id} />
    <button type="submit" class="govuk-button govuk-button--secondary">
      {label} <span class="govuk-visually-hidden">{about}</span>
    </button>
  </form>
)

const Notes = ({ say, notes, own }: { say: Say; notes: readonly Note[]; own: ReadonlySet<string> }) => (
  <>
    {notes.map(({ id, service_id, service_name, note, at }) => (
      <div class="upkeep-line">
        <p>
          <strong>{service_name}</strong> <span class="quiet">{longDate(new Date(at).toISOString())}</span>
        </p>
        <p class="upkeep-note">{note}</p>
        <div class="govuk-button-group">
          <Act to="settle" id={String(id)} label={say('editors-note-done')} about={service_name} />
          {own.has(service_id) ? (
            <a class="govuk-link" href={`/editors/services/${service_id}`}>
              {say('editors-note-correct')} <span class="govuk-visually-hidden">{service_name}</span>
            </a>
          ) : (
            <Act to="hide" id={service_id} label={say('editors-note-hide')} about={service_name} />
          )}
        </div>
      </div>
    ))}
  </>
)

const OwnOne = ({ say, own: { service } }: { say: Say; own: Own }) => (
  <div class="upkeep-line">
    <p>
      <strong>{service.name}</strong>{' '}
      <span class="quiet">
        {service.assured_date
          ? say('editors-own-checked', { date: longDate(service.assured_date) })
          : say('editors-own-unchecked')}
      </span>
    </p>
    <div class="govuk-button-group">
      <Act to="confirm" id={service.id} label={say('editors-own-confirm')} about={service.name} />
      <a class="govuk-link" href={`/editors/services/${service.id}`}>
        {say('editors-own-edit')} <span class="govuk-visually-hidden">{service.name}</span>
      </a>
      <a class="govuk-link" href={`/editors/services/${service.id}/delete`}>
        {say('editors-own-delete')} <span class="govuk-visually-hidden">{service.name}</span>
      </a>
    </div>
  </div>
)

const HideForm = ({ say, found, words }: { say: Say; found: readonly Entry[]; words: string }) => (
  <>
    <form method="get" action="/editors/services#hide" class="govuk-form-group">
      <label class="govuk-label" for="find">
        {say('editors-hide-hint')}
      </label>
      <input
        class="govuk-input govuk-input--width-20"
        id="find"
        name="find"
        type="search"
        maxlength={200}
        value={words}
      />{' '}
      <button type="submit" class="govuk-button govuk-button--secondary">
        {say('editors-hide-search')}
      </button>
    </form>
    {words !== '' && found.length === 0 && <p>{say('editors-hide-none', { words })}</p>}
    {found.map(({ id, name, organization }) => (
      <div class="upkeep-line">
        <p>
          <strong>{name}</strong> {organization && organization !== name && <span class="quiet">{organization}</span>}
        </p>
        <Act to="hide" id={id} label={say('editors-hide')} about={name} />
      </div>
    ))}
  </>
)
