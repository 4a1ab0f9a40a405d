import { oneOf } from './one-of.ts'

/** `handrail import <kind> …`: take data of others in, whole or not at all. */
export default oneOf('import', {
  oruk: () => import('./import-oruk.ts'),
  feeds: () => import('./import-feeds.ts'),
  places: () => import('./import-places.ts'),
  products: () => import('./import-products.ts'),
})
