import { oneOf } from './one-of.ts'

/** `handrail demo <kind> …`: invented data to try the pages with. */
export default oneOf('demo', {
  oruk: () => import('./demo-oruk.ts'),
  products: () => import('./demo-products.ts'),
})
