import type { Child } from 'hono/jsx'
import type { Library } from '../../content/library.ts'
import type { Say } from '../../content/words.ts'
import type { Service } from '../../directory/oruk/types.ts'
import { areasOf, FIELDS, type Faults, type Field, type OwnForm } from '../../directory/upkeep/form.ts'
import type { Frame } from '../frame.ts'
import { Page } from '../pages/page.tsx'

interface FormProps {
  readonly frame: Frame
  readonly library: Library
  readonly id: string
  /** The revision that the editor saw; 0 for a new entry. */
  readonly seen: number
  readonly form: OwnForm
  readonly faults?: Faults
  /** Somebody else has written it meanwhile. */
  readonly overtaken?: boolean
}

/** Add or correct a service of an organisation without a feed. */
export const ServiceFormPage = ({ frame, library, id, seen, form, faults = {}, overtaken = false }: FormProps) => {
  const { say } = frame
  const title = say(seen === 0 ? 'editors-form-add' : 'editors-form-edit')
  const wrong = Object.keys(faults).length > 0
  const input = (field: Field, more: { type?: string; wide?: number; hint?: string } = {}) => (
    <Input {...{ say, field, more }} value={form.fields[field]} error={told(say, faults, field)} />
  )
  return (
    <Page frame={frame} title={title} error={wrong} back="/editors/services">
      {wrong && <Summary say={say} faults={faults} />}
      <h1>{title}</h1>
      {overtaken && <p class="notice">{say('editors-form-overtaken')}</p>}
      <form method="post" action="/editors/services/save" novalidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={String(seen)} />
        <Part legend={say('editors-form-basics')}>
          {input('name')}
          {input('organization')}
          <Text {...{ say }} value={form.fields.description} error={told(say, faults, 'description')} />
        </Part>
        <Part
          id="contact"
          legend={say('editors-form-reach')}
          hint={say('editors-form-reach-hint')}
          error={told(say, faults, 'contact')}
        >
          {input('phone', { type: 'tel', wide: 20 })}
          {input('email', { type: 'email' })}
          {input('url', { type: 'url' })}
        </Part>
        <Part legend={say('editors-form-where')} hint={say('editors-form-where-hint')}>
          {input('address')}
          {input('town', { wide: 20 })}
          {input('postcode', { wide: 10 })}
        </Part>
        <Part legend={say('editors-form-whom')}>
          <Area {...{ say, library }} value={form.fields.area} error={told(say, faults, 'area')} />
          {input('eligibility')}
          {input('minimum_age', { wide: 3 })}
          {input('maximum_age', { wide: 3 })}
          {input('cost')}
        </Part>
        <Part
          id="types"
          legend={say('editors-form-types')}
          hint={say('editors-form-types-hint')}
          error={told(say, faults, 'types')}
        >
          <Types library={library} chosen={form.types} />
        </Part>
        <Part
          id="hours"
          legend={say('editors-form-hours')}
          hint={say('editors-form-hours-hint')}
          error={told(say, faults, 'hours')}
        >
          {form.hours.map(([opens, closes], day) => (
            <div class="hours-row">
              <Time name={`opens-${day}`} label={say('editors-form-opens', dayOf(say, day))} value={opens} />
              <Time name={`closes-${day}`} label={say('editors-form-closes', dayOf(say, day))} value={closes} />
            </div>
          ))}
        </Part>
        <div class="govuk-checkboxes govuk-form-group">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id="checked"
              name="checked"
              type="checkbox"
              value="yes"
              checked={form.checked}
            />
            <label class="govuk-label govuk-checkboxes__label" for="checked">
              {say('editors-form-checked')}
            </label>
          </div>
        </div>
        <button type="submit" class="govuk-button">
          {say('editors-form-save')}
        </button>
      </form>
    </Page>
  )
}

const dayOf = (say: Say, day: number) => ({ day: say(`directory-day-${day}`) })

const told = (say: Say, faults: Faults, field: keyof Faults): string | undefined => {
  const fault = faults[field]
  return fault && say(`fault-${fault.why}`, { most: fault.most ?? 0 })
}

const Summary = ({ say, faults }: { say: Say; faults: Faults }) => (
  <div class="govuk-error-summary" id="summary" tabindex={-1} autofocus>
    <div role="alert">
      <h2 class="govuk-error-summary__title">{say('editors-form-errors', { n: Object.keys(faults).length })}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {(Object.keys(faults) as Array<keyof Faults>).map((field) => (
            <li>
              <a href={`#${field}`}>{told(say, faults, field)}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </div>
)

interface PartProps {
  readonly legend: string
  readonly id?: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly children: Child
}

const Part = ({ legend, id, hint, error, children }: PartProps) => (
  <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
    <fieldset class="govuk-fieldset" id={id} tabindex={id ? -1 : undefined}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2 class="govuk-fieldset__heading">{legend}</h2>
      </legend>
      {hint && <div class="govuk-hint">{hint}</div>}
      {error && <p class="govuk-error-message">{error}</p>}
      {children}
    </fieldset>
  </div>
)

interface FieldProps {
  readonly say: Say
  readonly value: string
  readonly error: string | undefined
}

const Group = ({ say, field, error, children }: Omit<FieldProps, 'value'> & { field: Field; children: Child }) => (
  <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
    <label class="govuk-label" for={field}>
      {say(`editors-form-${field}`)}
    </label>
    {error && (
      <p id={`${field}-error`} class="govuk-error-message">
        <span class="govuk-visually-hidden">{say('web-error-word')}</span> {error}
      </p>
    )}
    {children}
  </div>
)

const about = (field: Field, error: string | undefined) => ({
  id: field,
  name: field,
  'aria-describedby': error ? `${field}-error` : undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
})

const Input = ({
  say,
  field,
  value,
  error,
  more,
}: FieldProps & { field: Field; more: { type?: string; wide?: number } }) => (
  <Group {...{ say, field, error }}>
    <input
      {...about(field, error)}
      class={`govuk-input${more.wide ? ` govuk-input--width-${more.wide}` : ''}${error ? ' govuk-input--error' : ''}`}
      type={more.type ?? 'text'}
      autocomplete="off"
      maxlength={FIELDS[field]}
      value={value}
    />
  </Group>
)

const Text = ({ say, value, error }: FieldProps) => (
  <Group {...{ say, error }} field="description">
    <textarea
      {...about('description', error)}
      class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
      rows={5}
      maxlength={FIELDS.description}
    >
      {value}
    </textarea>
  </Group>
)

const Area = ({ say, library, value, error }: FieldProps & { library: Library }) => (
  <Group {...{ say, error }} field="area">
    <select {...about('area', error)} class={`govuk-select${error ? ' govuk-select--error' : ''}`}>
      <option value="">{say('editors-form-area-choose')}</option>
      {areasOf(library).map(({ id, name }) => (
        <option value={id} selected={id === value}>
          {name}
        </option>
      ))}
    </select>
  </Group>
)

const Types = ({ library, chosen }: { library: Library; chosen: readonly string[] }) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    {Object.values(library.signposts)
      .filter(({ id }) => library.matching[id]?.local)
      .map(({ id, name }) => (
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={`type-${id}`}
            name="types"
            type="checkbox"
            value={id}
            checked={chosen.includes(id)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`type-${id}`}>
            {name}
          </label>
        </div>
      ))}
  </div>
)

const Time = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <div>
    <label class="govuk-label" for={name}>
      {label}
    </label>
    <input
      class="govuk-input govuk-input--width-5"
      id={name}
      name={name}
      type="text"
      autocomplete="off"
      maxlength={5}
      value={value}
    />
  </div>
)

/** Asked once more before an entry is gone for good. */
export const DeleteServicePage = ({ frame, service }: { frame: Frame; service: Service }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('editors-delete-title')} back="/editors/services">
      <h1>{say('editors-delete-title')}</h1>
      <p class="lead">{say('editors-delete-lead', { name: service.name })}</p>
      <form method="post" action="/editors/services/delete">
        <input type="hidden" name="id" value={service.id} />
        <div class="govuk-button-group">
          <button type="submit" class="govuk-button govuk-button--warning">
            {say('editors-delete-yes')}
          </button>
          <a href="/editors/services" class="govuk-link">
            {say('editors-delete-no')}
          </a>
        </div>
      </form>
    </Page>
  )
}
