import { dialled, longDate, takesMessages, texted } from '../../content/phrases.ts'
import type { Advice, ServiceLine } from '../../advice/document.ts'
import type { Say } from '../../content/words.ts'
import { Because } from './advice-item.tsx'
import { Phone } from './phone.tsx'

/** What the person may see in shops, or asked for, and should not use as things are. */
export const NotSafe = ({ say, lines }: { say: Say; lines: Advice['notSuitable'] }) =>
  lines.length === 0 ? null : (
    <section aria-labelledby="not-safe" class="not-safe">
      <h2 id="not-safe">{say('web-not-safe')}</h2>
      <p>{say('web-not-safe-lead')}</p>
      {lines.map((line) => (
        <div class="not-safe-line">
          <h3>{line.title}</h3>
          <Because lines={line.because} />
          <p>
            <strong>{say('web-not-safe-instead')}</strong> {line.instead}
          </p>
        </div>
      ))}
    </section>
  )

/** Services in sight; the rest is one tap away, so that the list does not bury the first ones. */
const IN_SIGHT = 4
/** With services near by among them: the first kind of help with all that was found for it. */
const IN_SIGHT_NEAR = 6

export const Services = ({ say, services }: { say: Say; services: readonly ServiceLine[] }) => {
  if (services.length === 0) return null
  const inSight = services.some(({ entry }) => entry) ? IN_SIGHT_NEAR : IN_SIGHT
  const more = services.slice(inSight)
  return (
    <section aria-labelledby="services">
      <h2 id="services">{say('web-services')}</h2>
      {services.slice(0, inSight).map((service) => (
        <Service say={say} service={service} />
      ))}
      {more.length > 0 && (
        <details class="govuk-details more-services">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{say('web-services-more', { n: more.length })}</span>
          </summary>
          {more.map((service) => (
            <Service say={say} service={service} />
          ))}
        </details>
      )}
    </section>
  )
}

/** One kind of help, with how to ask for it. */
export const Service = ({ say, service }: { say: Say; service: ServiceLine }) => (
  <article
    class={service.entry ? 'service service-near' : 'service'}
    id={`service-${service.id}`}
    aria-labelledby={`service-${service.id}-name`}
  >
    <h3 id={`service-${service.id}-name`}>{service.name}</h3>
    <p>{service.what}</p>
    {service.entry && <AtAGlance say={say} service={service} />}
    {service.caution && <p class="service-caution">{service.caution}</p>}
    {service.council && <p class="service-council">{service.council}</p>}
    {service.phone && (
      <p>
        <Phone number={service.phone} label={say('web-call', { number: service.phone })} />
      </p>
    )}
    {service.hours && <p class="quiet">{service.hours}</p>}
    {service.text && (
      <p>
        <Texted say={say} text={service.text} />
      </p>
    )}
    {service.url && (
      <p>
        <a href={service.url} rel="noreferrer">
          {say('web-service-website', { name: service.name })}
        </a>
      </p>
    )}
    {service.email && (
      <p>
        <a href={`mailto:${service.email}`}>{say('web-service-email', { address: service.email })}</a>
      </p>
    )}
    <details class="govuk-details more">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say('web-service-more')}</span>{' '}
        <span class="govuk-visually-hidden">{service.name}</span>
      </summary>
      <div class="more-text">
        {service.how && <Line name={say('web-service-how')} text={service.how} />}
        {service.address && <Line name={say('web-service-where')} text={whereabouts(say, service)} />}
        {service.eligibility && <Line name={say('web-service-for')} text={service.eligibility} />}
        {service.cost && <Line name={say('web-service-cost')} text={service.cost} />}
        <Because lines={service.why} />
        {!service.caution && (
          <p class="item-source">{say('web-service-checked', { date: longDate(service.lastChecked) })}</p>
        )}
        {service.entry && <p class="item-source">{say('web-service-list', { list: service.entry.list })}</p>}
      </div>
    </details>
    {service.entry && (
      <p class="service-wrong">
        <a href={`/wrong/${encodeURIComponent(service.entry.id)}`}>
          {say('web-wrong-link')} <span class="govuk-visually-hidden">{service.name}</span>
        </a>
      </p>
    )}
  </article>
)

/** What decides whether one goes there: how far it is, and whether it is open. */
const AtAGlance = ({ say, service: { distanceKm, open } }: { say: Say; service: ServiceLine }) => {
  const facts = [distanceKm === undefined ? '' : say('web-service-distance', { km: distanceKm }), open ?? '']
  const told = facts.filter((fact) => fact !== '')
  return told.length === 0 ? null : <p class="service-glance">{told.join(' · ')}</p>
}

const Texted = ({ say, text }: { say: Say; text: string }) =>
  takesMessages(text) ? <a href={`sms:${dialled(text)}`}>{texted(say, text)}</a> : <>{texted(say, text)}</>

const Line = ({ name, text }: { name: string; text: string }) => (
  <p>
    <strong>{name}:</strong> {text}
  </p>
)

const whereabouts = (say: Say, { address, distanceKm }: ServiceLine): string =>
  distanceKm === undefined ? address! : `${address!}, ${say('web-service-distance', { km: distanceKm })}`
