import { STATUSES, type Service } from '../types.ts'
import { Fields, isRecord, present, type Notes } from './fields.ts'
import { fromFirstVersion } from './first-version.ts'
import type { Ledger, Rule } from './ledger.ts'
import { serviceAtLocation } from './location.ts'
import { contacts, organization, phones } from './people.ts'
import { schedule } from './schedule.ts'
import { attributes } from './terms.ts'

/**
 * One service of a feed, of version 3 or 1, made into the standard's own shape. What cannot be used is dropped, what
 * can be put right is mended, and the ledger says which and why.
 * @returns nothing where the service is refused: not a record, or without a name
 */
export function mendService(raw: unknown, ledger: Ledger): Service | undefined {
  if (!isRecord(raw)) {
    ledger.note('not-a-record', { was: raw })
    return undefined
  }
  const label = typeof raw['name'] === 'string' ? { name: raw['name'].trim().slice(0, 80) } : {}
  const service = typeof raw['id'] === 'string' || typeof raw['id'] === 'number' ? { service: String(raw['id']) } : {}
  const notes: Notes = (rule: Rule, field, was) => ledger.note(rule, { ...service, ...label, field, was })
  const fields = new Fields(fromFirstVersion(raw), notes)
  const name = fields.line('name')
  if (name === undefined) {
    ledger.note('no-name', { ...service, field: 'name' })
    return undefined
  }
  return read(fields, name)
}

function read(fields: Fields, name: string): Service {
  const owner = fields.record('organization')
  const id = fields.id('service', `${name} ${owner?.line('name') ?? ''}`)
  const eligibility = fields.list('eligibility', (one, n) =>
    present({
      id: one.id('eligibility', `${id} ${n}`),
      eligibility: one.line('eligibility'),
      minimum_age: one.age('minimum_age'),
      maximum_age: one.age('maximum_age'),
    }),
  )
  return present({
    id,
    name,
    alternate_name: fields.line('alternate_name'),
    description: fields.prose('description'),
    url: fields.url('url'),
    email: fields.email('email'),
    status: fields.choice('status', STATUSES, 'active'),
    fees: fields.prose('fees'),
    fees_description: fields.prose('fees_description'),
    application_process: fields.prose('application_process'),
    eligibility_description: fields.prose('eligibility_description'),
    interpretation_services: fields.prose('interpretation_services'),
    accreditations: fields.prose('accreditations'),
    ...ages(fields, eligibility?.length === 1 ? eligibility[0] : undefined),
    assured_date: fields.date('assured_date'),
    alert: fields.prose('alert'),
    last_modified: fields.instant('last_modified'),
    organization: owner && organization(owner, id),
    phones: phones(fields, id),
    schedules: fields.list('schedules', (one, n) => schedule(one, `${id} ${n}`)),
    service_areas: fields.list('service_areas', (one, n) =>
      present({
        id: one.id('service_area', `${id} ${n}`),
        name: one.line('name') ?? one.line('service_area'),
        extent: one.prose('extent'),
        extent_type: one.line('extent_type'),
        uri: one.url('uri'),
      }),
    ),
    service_at_locations: fields.list('service_at_locations', (one, n) => serviceAtLocation(one, id, n)),
    languages: fields.list('languages', (one, n) =>
      present({
        id: one.id('language', `${id} ${n}`),
        name: one.line('name') ?? one.line('language'),
        code: one.line('code'),
      }),
    ),
    funding: fields.list('funding', (one, n) =>
      present({ id: one.id('funding', `${id} ${n}`), source: one.prose('source') }),
    ),
    cost_options: fields.list('cost_options', (one, n) =>
      present({
        id: one.id('cost_option', `${id} ${n}`),
        valid_from: one.date('valid_from'),
        valid_to: one.date('valid_to'),
        option: one.line('option'),
        amount: one.number('amount'),
        amount_description: one.prose('amount_description'),
        currency: one.line('currency'),
      }),
    ),
    contacts: contacts(fields, id),
    eligibility,
    attributes: attributes(fields, id),
  })
}

interface Ages {
  readonly minimum_age?: number
  readonly maximum_age?: number
}

/** Nought to nought is how many feeds say "no limit". One eligibility of version 1 speaks for the whole service. */
function ages(fields: Fields, eligibility: Ages | undefined): Ages {
  const least = fields.age('minimum_age') ?? eligibility?.minimum_age
  const most = fields.age('maximum_age') ?? eligibility?.maximum_age
  if (most === 0 && !least) return {}
  if (least !== undefined && most !== undefined && least > most) {
    fields.note('ages-crossed', 'minimum_age', `${least} to ${most}`)
    return {}
  }
  return present({ minimum_age: least, maximum_age: most }) as Ages
}
