import { mintId } from './mint.ts'
import type { Service } from './oruk/types.ts'

/** Kinds of help that stand in a community, by their signposting type. Never an emergency line, a council or the NHS. */
const KINDS = [
  'handyperson',
  'home-improvement-agency',
  'strength-balance-class',
  'retailer-or-try-centre',
  'carers-service',
  'respite',
  'dementia-charity',
  'hearing-charity',
  'low-vision',
  'meals-service',
  'vcfse-befriending',
  'community-transport',
  'shopmobility',
  'benefits-advice',
  'home-care',
  'red-cross-loan',
  'pension-age-benefits',
] as const

/** Towns with their middles, the first half of a postcode there, and the ONS code of the council. */
const TOWNS = [
  { town: 'Chorley', lat: 53.653, lon: -2.632, outward: 'PR7', area: 'E10000017' },
  { town: 'Preston', lat: 53.76, lon: -2.7, outward: 'PR1', area: 'E10000017' },
  { town: 'Lancaster', lat: 54.047, lon: -2.801, outward: 'LA1', area: 'E10000017' },
  { town: 'Blackpool', lat: 53.817, lon: -3.05, outward: 'FY1', area: 'E06000009' },
  { town: 'Blackburn', lat: 53.748, lon: -2.482, outward: 'BB2', area: 'E06000008' },
  { town: 'Cambridge', lat: 52.217, lon: 0.131, outward: 'CB4', area: 'E10000003' },
  { town: 'Wisbech', lat: 52.664, lon: 0.16, outward: 'PE13', area: 'E10000003' },
] as const

export const DEMONSTRATION = 'Demonstration'

/**
 * Invented services, to show the directory without anyone's real data. Each says in its name and its text that it is no
 * real service; its numbers are from the range that Ofcom keeps for drama, its addresses end in example.org.
 */
export function demonstration(
  signposts: Readonly<Record<string, { readonly name: string; readonly what: string }>>,
  today: string,
): Service[] {
  return TOWNS.flatMap(({ town, lat, lon, outward, area }, t) =>
    KINDS.flatMap((kind, k): Service[] => {
      const signpost = signposts[kind]
      if (!signpost) return []
      const id = mintId('demonstration', town, kind)
      const part = (name: string): string => mintId('demonstration', name, id)
      // Spread around the middle of the town, always in the same way.
      const [north, east] = [((k * 7) % 11) - 5, ((k * 5) % 13) - 6]
      return [
        {
          id,
          name: `${town}: ${signpost.name} (${DEMONSTRATION.toLowerCase()})`,
          description: `This is an invented entry, to show how services look. It is not a real service. ${signpost.what}`,
          url: `https://${kind}.${town.toLowerCase()}.example.org/`,
          status: 'active',
          assured_date: today,
          last_modified: `${today}T09:00:00.000Z`,
          alert: 'Invented for a demonstration: do not ring or go there.',
          organization: {
            id: mintId('demonstration', town),
            name: `${DEMONSTRATION} trust, ${town}`,
            description: 'Invented.',
          },
          phones: [{ id: part('phone'), number: `01632 960${String(100 + t * 20 + k).padStart(3, '0')}` }],
          schedules: [
            {
              id: part('schedule'),
              freq: 'WEEKLY',
              byday: k % 3 === 0 ? 'TU,TH' : 'MO,TU,WE,TH,FR',
              opens_at: '09:30',
              closes_at: '16:00',
            },
          ],
          service_areas: [{ id: part('area'), uri: `http://statistics.data.gov.uk/id/statistical-geography/${area}` }],
          service_at_locations: [
            {
              id: part('at'),
              location: {
                id: part('location'),
                location_type: 'physical',
                latitude: Number((lat + north * 0.003).toFixed(4)),
                longitude: Number((lon + east * 0.004).toFixed(4)),
                addresses: [
                  {
                    id: part('address'),
                    address_1: `${k + 1} Example Street`,
                    city: town,
                    postal_code: `${outward} 1ZZ`,
                    country: 'GB',
                    address_type: 'physical',
                  },
                ],
              },
            },
          ],
          attributes: [
            {
              id: part('attribute'),
              link_type: 'service',
              taxonomy_term: {
                id: mintId('demonstration', kind),
                name: signpost.name,
                taxonomy: 'Handrail signposting types',
                code: kind,
              },
            },
          ],
        },
      ]
    }),
  )
}
