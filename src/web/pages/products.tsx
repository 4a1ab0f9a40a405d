import { longDate } from '../../content/phrases.ts'
import type { Listing, ProductLine } from '../../assessment/listing.ts'
import { showMeasure } from '../../flow/units.ts'
import type { Frame } from '../frame.ts'
import { Because, Fact } from './advice-item.tsx'
import { Service } from './advice-services.tsx'
import { BesideName } from './drawing.tsx'
import { Page } from './page.tsx'

interface ProductsProps {
  readonly frame: Frame
  readonly listing: Listing
  readonly quiet: boolean
}

/** What a type of equipment can look like and what it costs; or whom to ask; or why there is nothing to show. */
export const ProductsPage = ({ frame, listing, quiet }: ProductsProps) => {
  const { say, picture } = frame
  const { name, products, show } = listing
  const title =
    show === 'nothing' ? name : say(show === 'ask' ? 'web-products-title-ask' : 'web-products-title', { name })
  const drawing = picture(listing.type)
  const back = `/advice#item-${listing.type}`
  return (
    <Page frame={frame} title={title} quiet={quiet} back={back}>
      <h1>{title}</h1>
      {listing.demonstration && <p class="notice invented">{listing.demonstration}</p>}
      {drawing && <BesideName picture={drawing} name={name} />}
      <p class="lead">{listing.what}</p>
      {listing.why && <p>{listing.why}</p>}
      <Because lines={listing.because} />
      {listing.instead && (
        <p>
          <strong>{say('web-not-safe-instead')}</strong> {listing.instead}
        </p>
      )}
      {show === 'products' && listing.checked.length > 0 && (
        <section aria-labelledby="check" class="caution">
          <h2 id="check">{say('web-products-check')}</h2>
          {listing.checked.map((line) => (
            <p>{line}</p>
          ))}
        </section>
      )}
      {products.length > 0 && (
        <section aria-labelledby="products">
          <h2 id="products">{say('web-products-list')}</h2>
          <p>{say('web-products-count', { n: listing.total })}</p>
          {listing.leftOut > 0 && <p>{say('web-products-left-out', { n: listing.leftOut })}</p>}
          <p>{listing.order}</p>
          {listing.vat && <p>{listing.vat}</p>}
          <ul class="products">
            {products.map((product) => (
              <li>
                <Product frame={frame} product={product} bearsWeight={listing.bearsWeight} />
              </li>
            ))}
          </ul>
          <Pages frame={frame} listing={listing} />
          <p class="quiet">{say('web-products-leaving')}</p>
          <p class="quiet">{say('web-products-buying')}</p>
        </section>
      )}
      {listing.routes.length > 0 && (
        <section aria-labelledby="ways">
          <h2 id="ways">{say('web-products-ways')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {listing.routes.map((route) => (
              <li>{route}</li>
            ))}
          </ul>
        </section>
      )}
      {listing.services.length > 0 && (
        <section aria-labelledby="services">
          <h2 id="services">{say('web-products-who')}</h2>
          {listing.services.map((service) => (
            <Service say={say} service={service} />
          ))}
        </section>
      )}
      <p>
        <a href={back} class="govuk-button">
          {say('web-products-back')}
        </a>
      </p>
    </Page>
  )
}

interface ProductProps {
  readonly frame: Frame
  readonly product: ProductLine
  readonly bearsWeight: boolean
}

const Product = ({ frame: { say }, product, bearsWeight }: ProductProps) => {
  const { id, name, supplier, demonstration } = product
  return (
    <article class="item product" aria-labelledby={`product-${id}`}>
      <h3 id={`product-${id}`} class="item-title">
        {name}
      </h3>
      {demonstration && <p class="item-tier">{say('web-products-invented')}</p>}
      <p class="item-kind">{say('web-products-sold-by', { supplier: supplier.name })}</p>
      <dl class="facts-list">
        <Fact
          name={say('web-products-price-name')}
          text={say('web-products-price', { price: pounds(product.price) })}
        />
        <Fact
          name={say('web-products-relief-name')}
          text={product.vatReliefPrice && say('web-products-relief', { price: pounds(product.vatReliefPrice) })}
        />
        <Fact name={say('web-products-stock-name')} text={say(`web-products-stock-${product.stock}`)} />
        <Fact name={say('web-products-limit-name')} text={limitText(say, product, bearsWeight)} />
        <Fact name={say('web-products-size-name')} text={sizeText(say, product)} />
        <Fact name={say('web-products-measures-name')} text={measuresText(say, product)} />
      </dl>
      <p>
        <a href={product.out} rel="nofollow noreferrer">
          {say('web-products-out', { supplier: supplier.name })} <span class="govuk-visually-hidden">{name}</span>
        </a>
      </p>
      <p class="item-source">{say('web-products-as-of', { date: longDate(product.asOf) })}</p>
    </article>
  )
}

const Pages = ({ frame: { say }, listing: { type, page, pages } }: { frame: Frame; listing: Listing }) =>
  pages > 1 ? (
    <nav class="no-print" aria-label={say('web-products-pages')}>
      <p>{say('web-products-page-of', { page, pages })}</p>
      <ul class="govuk-list product-pages">
        {page > 1 && (
          <li>
            <a href={pagePath(type, page - 1)} rel="prev">
              {say('web-products-page-before')}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={pagePath(type, page + 1)} rel="next">
              {say('web-products-page-next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  ) : null

const pagePath = (type: string, page: number): string => `/advice/products/${type}${page > 1 ? `?page=${page}` : ''}`

/** Pence as "1,299.00". */
const pounds = (pence: number): string =>
  (pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function limitText(say: Frame['say'], { weightLimit }: ProductLine, bearsWeight: boolean): string | undefined {
  if (weightLimit !== undefined) return showMeasure(weightLimit, 'kg')
  return bearsWeight ? say('web-products-limit-unknown') : undefined
}

function sizeText(say: Frame['say'], { size }: ProductLine): string | undefined {
  if (!size) return undefined
  const [from, to] = [showMeasure(size.from, 'cm'), showMeasure(size.to, 'cm')]
  return size.from === size.to ? from : say('web-products-size-range', { from, to })
}

function measuresText(say: Frame['say'], { length, width, height }: ProductLine): string | undefined {
  const all = [length, width, height]
  if (all.every((one) => one === undefined)) return undefined
  return all.map((one) => (one === undefined ? say('web-products-measure-unknown') : `${one} cm`)).join(', ')
}
