import type { Contact, Organization, OrganizationIdentifier, Phone } from '../types.ts'
import { present, type Fields } from './fields.ts'

/** Phones of a record; one without a number that can be dialled is left out. */
export const phones = (fields: Fields, owner: string): readonly Phone[] | undefined =>
  fields.list('phones', (one, n) => {
    const number = one.phone('number')
    return number === undefined
      ? undefined
      : present({
          id: one.id('phone', `${owner} ${n}`),
          number,
          extension: one.line('extension'),
          type: one.line('type'),
          description: one.line('description'),
        })
  })

/** Whom to ask at a service. */
export const contacts = (fields: Fields, owner: string): readonly Contact[] | undefined =>
  fields.list('contacts', (one, n) => {
    const id = one.id('contact', `${owner} ${n}`)
    const made = present({
      id,
      name: one.line('name'),
      title: one.line('title'),
      department: one.line('department'),
      email: one.email('email'),
      phones: phones(one, id),
    })
    return Object.keys(made).length > 1 ? made : undefined
  })

/** Who runs a service. Without a name it is nobody. Version 1 calls the website `url`. */
export function organization(fields: Fields, otherwise: string): Organization | undefined {
  const name = fields.line('name')
  if (name === undefined) return undefined
  const id = fields.id('organization', `${name} ${otherwise}`)
  return present({
    id,
    name,
    description: fields.prose('description'),
    email: fields.email('email'),
    website: fields.url('website') ?? fields.url('url'),
    logo: fields.url('logo'),
    uri: fields.url('uri'),
    parent_organization_id: fields.reference('organization', 'parent_organization_id'),
    organization_identifiers: fields.list('organization_identifiers', (one, n) => identifier(one, `${id} ${n}`)),
    phones: phones(fields, id),
  })
}

function identifier(fields: Fields, otherwise: string): OrganizationIdentifier | undefined {
  const identifier = fields.line('identifier')
  if (identifier === undefined) return undefined
  const scheme = fields.line('identifier_scheme')
  return present({
    id: fields.id('organization_identifier', otherwise),
    identifier_scheme: scheme,
    identifier_type: fields.line('identifier_type') ?? scheme ?? 'other',
    identifier,
  })
}
