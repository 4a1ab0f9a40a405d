import { oneOf } from './one-of.ts'

/** `handrail import <kind> …`: take data of others in, whole or not at all. */
export default oneOf('import', {
  places: () => import('./import-places.ts'),
  products: () => import('./import-products.ts'),
})
