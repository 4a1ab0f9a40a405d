import type { ServiceArea } from '../oruk/types.ts'

/** ONS codes by the names that areas go by, in lower case: see {@link areaNames}. */
export type AreaNames = ReadonlyMap<string, string>

const CODE = /\b[EWSNK]\d{8}\b/g
const WHOLE =
  /^(england|uk|united kingdom|great britain|gb|england and wales|national|nationwide|national \(england\))$/

/**
 * The ONS codes of the areas that a service is for: read from the address (…/statistical-geography/E10000017), the
 * extent or the name; else known by name. Areas drawn as shapes and names that nobody knows give no code.
 */
export function servedAreas(areas: readonly ServiceArea[], names: AreaNames): string[] {
  const codes = areas.flatMap(({ uri, extent, name }) => {
    const found = [uri, extent?.slice(0, 2000), name].flatMap((text) => text?.match(CODE) ?? [])
    if (found.length > 0) return found
    return [name, extent].flatMap((text) => {
      const plain = plainName(text ?? '')
      if (WHOLE.test(plain)) return ['E92000001']
      return names.get(plain) ?? []
    })
  })
  return [...new Set(codes)]
}

/** Names of councils as people write them: "Bristol, City of" and "Bristol City Council" are one. */
export const areaNames = (areas: Iterable<{ readonly id: string; readonly name: string }>): AreaNames =>
  new Map([...areas].map(({ id, name }) => [plainName(name), id]))

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z() ]/g, ' ')
    .replaceAll(
      /\b(city of|(county|city|borough|district|metropolitan|council|london borough of|royal borough of))\b/g,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
