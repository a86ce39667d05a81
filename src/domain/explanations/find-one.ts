import type { Reader } from '#db/run.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { findCompanies, findPeople } from '../accounts/find.ts'
import { loadCompany, loadPerson } from '../accounts/load.ts'
import type { CompanyRecord } from '../accounts/record.ts'
import { findCustomers } from '../customers/find.ts'
import { loadCustomer } from '../customers/load.ts'
import { type Masked, maskedPerson } from '../customers/masked.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'

/** One of an entity, and what may be shown of it. */
export interface Found {
  readonly record: RecordOf[Entity]
  readonly masked: Masked
}

/** The one that a text names. Throws NotFoundError, and InputError where several have that name. */
export function findOne(reader: Reader, entity: Entity, named: string): Found {
  const { find, load, names } = WAYS[entity]
  const [id, ...others] = find(reader, named)
  const found = id === undefined ? undefined : load(reader, id)
  if (found === undefined) {
    throw new NotFoundError(`There is no ${ENTITY_WORDS[entity].one} with that ${names}`, {
      next: `Give the id as it was imported, or the whole ${names.replace(/^id(?:,| or) /, '')}.`,
    })
  }
  if (others.length === 0) return found
  const each = [found, ...others.flatMap((other) => load(reader, other) ?? [])].slice(0, 5)
  throw new InputError(`Several ${ENTITY_WORDS[entity].many} share that ${names}`, {
    next: 'Give the id as it was imported of the one that is meant.',
    choices: each.map(({ masked }) => masked.id),
  })
}

export const foundCompany = (record: CompanyRecord): Found => ({
  record,
  masked: { id: record.externalId, name: record.text.name ?? '', email: '' },
})

interface Way {
  find(reader: Reader, named: string): readonly number[]
  load(reader: Reader, id: number): Found | undefined
  /** What it goes by. */
  readonly names: string
}

const WAYS: Readonly<Record<Entity, Way>> = {
  customer: {
    names: 'id, e-mail address or name',
    find: findCustomers,
    load(reader, id) {
      const record = loadCustomer(reader, id)
      return record && { record, masked: maskedPerson(record.externalId, record.text) }
    },
  },
  company: {
    names: 'id or domain or name',
    find: findCompanies,
    load(reader, id) {
      const record = loadCompany(reader, id)
      return record && foundCompany(record)
    },
  },
  person: {
    names: 'id or e-mail address',
    find: findPeople,
    load(reader, id) {
      const record = loadPerson(reader, id)
      return record && { record, masked: maskedPerson(record.externalId, record.text) }
    },
  },
}
