/** What lists of areas add: names, and for small areas the ward, council and board that most of it lies in. */
export interface Lookup {
  readonly names: Map<string, string>
  readonly byLsoa: Map<string, { ward: string; district: string; county: string; icb: string }>
}

/** A code of the Office for National Statistics: a letter for the nation, two digits for the kind of area, a number. */
export const CODE = /^[EWSNLM]\d{8}$/
