import { mintId } from '../../mint.ts'
import type { Attribute, TaxonomyTerm } from '../types.ts'
import { present, type Fields } from './fields.ts'

/** The terms that a service is filed under. A feed that sends a bare value has it made into a term of a list. */
export const attributes = (fields: Fields, owner: string): readonly Attribute[] | undefined =>
  fields.list('attributes', (one, n) => attribute(one, `${owner} ${n}`))

function attribute(fields: Fields, otherwise: string): Attribute | undefined {
  const linkType = fields.line('link_type')
  const inner = fields.record('taxonomy_term')
  const made = inner ? term(inner) : bare(fields, linkType)
  if (!made) {
    fields.note('term-dropped', 'taxonomy_term', fields.line('taxonomy_term_id') ?? '')
    return undefined
  }
  return present({ id: fields.id('attribute', `${otherwise} ${made.id}`), link_type: linkType, taxonomy_term: made })
}

function term(fields: Fields): TaxonomyTerm | undefined {
  const name = fields.line('name') ?? fields.line('term')
  if (name === undefined) return undefined
  const taxonomy = fields.line('taxonomy') ?? fields.line('vocabulary')
  return present({
    id: fields.id('taxonomy_term', `${taxonomy ?? ''} ${name}`),
    name,
    description: fields.prose('description'),
    parent_id: fields.reference('taxonomy_term', 'parent_id'),
    taxonomy,
    taxonomy_id: fields.reference('taxonomy', 'taxonomy_id'),
    term_uri: fields.url('term_uri'),
    // An id such as "esdServiceTypes:1063" is what mappings know the term by.
    code: fields.line('code') ?? fields.foreignId(),
  })
}

/** `{ link_type: 'audience', value: 'Carers' }`: the list is named by the link. */
function bare(fields: Fields, linkType: string | undefined): TaxonomyTerm | undefined {
  const name = fields.line('value') ?? fields.line('label')
  if (name === undefined) return undefined
  fields.note('term-made', 'value', name)
  const taxonomy = linkType ?? 'terms'
  return { id: mintId('taxonomy_term', taxonomy, name), name, taxonomy }
}
