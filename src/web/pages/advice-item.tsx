import { longDate } from '../../content/phrases.ts'
import type { EquipmentDetail, Item } from '../../advice/document.ts'
import type { Library } from '../../content/library.ts'
import type { Frame } from '../frame.ts'
import { BesideName } from './drawing.tsx'
import { Prose } from './prose.tsx'

export interface ItemProps {
  readonly frame: Frame
  readonly item: Item
  /** Names of the services on the page by id. */
  readonly services: ReadonlyMap<string, string>
  readonly sources: Library['sources']
  /** One of the first things to do: its reasons stand in sight. */
  readonly first?: boolean
}

/** One thing to do, with its reason; for equipment, all that is needed to choose well or to leave it. */
export const AdviceItem = ({ frame: { say, picture }, item, services, sources, first = false }: ItemProps) => {
  const { equipment } = item
  const drawing = equipment && picture(equipment.id)
  return (
    <article class="item" aria-labelledby={`item-${item.id}`}>
      <div class={drawing && 'item-drawn'}>
        <div class="item-name">
          <h3 id={`item-${item.id}`} class="item-title">
            {item.title}
          </h3>
          <p class="item-kind">
            {say('web-kind-when', { kind: say(`web-kind-${item.kind}`), when: say(`web-when-${item.when}`) })}
          </p>
        </div>
        {drawing && <BesideName picture={drawing} name={item.title} />}
        <div class="item-text">
          {equipment && equipment.tier !== 'self-choose' && (
            <p class="item-tier">{say(`web-tier-${equipment.tier}`)}</p>
          )}
          <Prose text={item.text} />
        </div>
      </div>
      {equipment?.caution && <Care name={say('web-equipment-caution')} text={equipment.caution} />}
      {equipment && <Care name={say('web-equipment-stop')} text={equipment.stopIf} />}
      {first && <Because lines={item.because} />}
      {equipment && <SeeProducts say={say} item={item} equipment={equipment} />}
      <details class="govuk-details more">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{say(summaryOf(item, first))}</span>{' '}
          <span class="govuk-visually-hidden">{item.title}</span>
        </summary>
        <div class="more-text">
          {equipment && <Choosing say={say} detail={equipment} />}
          {!first && <Because lines={item.because} />}
          <Helpers say={say} ids={item.services ?? []} services={services} />
          <p class="item-source">
            {say('web-item-source', {
              source: sources[item.source]?.what ?? item.source,
              reviewed: longDate(item.reviewed),
            })}
          </p>
        </div>
      </details>
    </article>
  )
}

/** The way to products, only where some fit; for what needs advice first, the way to where it can be tried. */
const SeeProducts = ({ say, item, equipment }: { say: Frame['say']; item: Item; equipment: EquipmentDetail }) => {
  const ask = equipment.tier === 'get-advice'
  if (!ask && !equipment.products) return null
  return (
    <p class="see-products no-print">
      <a href={`/advice/products/${equipment.id}`}>
        {say(ask ? 'web-products-link-ask' : 'web-products-link')}{' '}
        <span class="govuk-visually-hidden">{item.title}</span>
      </a>
    </p>
  )
}

const summaryOf = ({ equipment }: Item, first: boolean): string =>
  equipment ? 'web-advice-choosing' : first ? 'web-advice-helpers' : 'web-advice-because'

const Helpers = ({
  say,
  ids,
  services,
}: Pick<ItemProps, 'services'> & { say: Frame['say']; ids: readonly string[] }) => {
  const known = ids.filter((id) => services.has(id))
  if (known.length === 0) return null
  return (
    <>
      <p class="more-name">{say('web-item-who-helps')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {known.map((id) => (
          <li>
            <a href={`#service-${id}`}>{services.get(id)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What must not be missed before something is used. */
const Care = ({ name, text }: { name: string; text: string }) => (
  <p class="caution">
    <strong>{name}:</strong> {text}
  </p>
)

/** "About …, you said …": why this is on the page. */
export const Because = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul class="because">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

const Choosing = ({ say, detail }: { say: Frame['say']; detail: EquipmentDetail }) => (
  <dl class="facts-list">
    <Fact name={say('web-equipment-size')} text={detail.size} />
    <Fact name={say('web-equipment-suits')} text={detail.suits} />
    <Fact name={say('web-equipment-not-for')} text={detail.notFor} />
    <Fact name={say('web-equipment-measure')} text={detail.measure} />
    <Fact name={say('web-equipment-weight')} text={detail.weightLimit} />
    <Fact name={say('web-equipment-price')} text={detail.price} />
    <Fact name={say('web-equipment-vat')} text={detail.vat} />
    <Fact name={say('web-equipment-second-hand')} text={detail.secondHand} />
    <div class="fact">
      <dt>{say('web-equipment-routes')}</dt>
      <dd>
        <ul class="govuk-list govuk-list--bullet">
          {detail.routes.map((route) => (
            <li>{route.text}</li>
          ))}
        </ul>
      </dd>
    </div>
  </dl>
)

/** One line of a list of facts; nothing where there is nothing to say. */
export const Fact = ({ name, text }: { name: string; text: string | number | undefined }) =>
  text ? (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  ) : null
