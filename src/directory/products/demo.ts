import { isSold } from '../../advice/offer.ts'
import type { Mapping } from '../../content/mapping.ts'
import type { Equipment } from '../../content/schema.ts'

/** The suppliers of the demonstration. Invented: the names say so, and their links lead to a host kept for examples. */
export const DEMO_SUPPLIERS: ReadonlyArray<{ readonly id: string; readonly name: string }> = [
  { id: 'demo-elmbank', name: 'Elmbank Daily Living (invented)' },
  { id: 'demo-steadfold', name: 'Steadfold Aids (invented)' },
  { id: 'demo-harbour-lane', name: 'Harbour Lane Mobility (invented)' },
  { id: 'demo-kettlewick', name: 'Kettlewick Home (invented)' },
]

/** Whoever has such an id is invented, however its products came in: each listing says so. */
export const isDemo = (supplier: string): boolean => supplier.startsWith('demo-')

const HEADER =
  'supplier,supplier_name,id,name,iso9999,iso9999_edition,price,vat_relief_price,stock,link,category,max_user_weight,' +
  'size,length,width,height'
const LOOKS = ['Plain', 'Everyday', 'Comfort', 'Light', 'Sturdy', 'Classic'] as const
const STOCK = ['in stock', 'in stock', 'in stock', 'preorder', 'out of stock'] as const

/** Settings that a size is chosen by, cm, for each rule of a size; two kinds, so that one or the other fits. */
const SIZES: Readonly<Record<string, readonly string[]>> = {
  'stick-length': ['72-95 cm', '69-92 cm', '84 cm', '28-37 in'],
  'seat-height': ['46-58 cm', '43-53 cm', '48 cm', '41-51 cm'],
  'seat-raise': ['5 cm', '10 cm', '7.5 cm', '2.5-5 cm'],
  'ramp-length': ['100 cm', '150 cm', '200 cm'],
}

/**
 * A feed of invented products for every type of equipment that may be shown, as CSV in our own columns, and the mapping
 * that goes with it. The same for the same content: prices lie in the band that the content states.
 */
export function demoFeed(equipment: readonly Equipment[], today: string): { csv: string; mapping: Mapping } {
  const sold = equipment.filter(isSold)
  const rows = sold.flatMap((type, place) =>
    DEMO_SUPPLIERS.filter((_, index) => (place + index) % 4 !== 3).map((supplier, index) =>
      row(type, supplier, place * 7 + index * 3),
    ),
  )
  const mapping = sold.map(({ id }) => ({
    type: id,
    categories: [`Demonstration > ${id}`],
    google: [],
    words: [],
    unless: [],
    reviewed: { by: 'Handrail', role: 'made together with the invented products', on: today },
    reviewBy: '9999-12-31',
  }))
  return { csv: `${[HEADER, ...rows].join('\n')}\n`, mapping }
}

function row(type: Equipment, supplier: (typeof DEMO_SUPPLIERS)[number], turn: number): string {
  const { from, to } = type.price ?? { from: 8, to: 40 }
  const pence = Math.max(1, Math.round(from + ((to - from) * (turn % 11)) / 10)) * 100 - 1
  const relief = type.everyday ? '' : (Math.floor((pence * 5) / 6) / 100).toFixed(2)
  const limit = type.weight && (turn % 5 === 4 && type.weight.heavyDuty ? type.weight.heavyDuty : type.weight.limit)
  const sizes = type.size && SIZES[type.size.rule]
  const name = `${LOOKS[turn % LOOKS.length]} ${type.name.charAt(0).toLowerCase()}${type.name.slice(1)}`
  return [
    supplier.id,
    supplier.name,
    type.id,
    name,
    type.iso9999,
    String(type.iso9999Edition),
    (pence / 100).toFixed(2),
    relief,
    STOCK[turn % STOCK.length]!,
    `https://example.org/handrail-demonstration/${supplier.id}/${type.id}`,
    `Demonstration > ${type.id}`,
    limit ? `${limit} kg` : '',
    sizes ? sizes[turn % sizes.length]! : '',
    // A made-up length of something that is chosen by its size would only mislead.
    ...[24, 12, 9].map((base) => (sizes || limit ? '' : `${base + (turn % 9)} cm`)),
  ]
    .map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',')
}
