import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { countOf, foldText } from '#kernel/text.ts'
import { keyOf } from '../customers/keys.ts'
import { isOneOf, type Leaving, type OutsideId } from './leaving.ts'

/**
 * Whom a text names: by an id of any source (`shopify:7012345` where several have it), an e-mail address or a phone
 * number; with every other record, as customer and at companies, that has the same e-mail address. Throws
 * NotFoundError, and InputError where it could be several people.
 */
export function findSubject(reader: Reader, text: string): Leaving {
  const wanted = text.trim()
  const found = named(reader, wanted)
  if (found.customers.length + found.people.length === 0) {
    throw new NotFoundError(`Nobody is known by “${wanted}”`, {
      next: 'Give an id as imported, an e-mail address or a phone number, each as a whole.',
    })
  }
  return withOutsideIds(reader, sameAddress(reader, found))
}

interface Records {
  readonly customers: readonly number[]
  readonly people: readonly number[]
}

function named(reader: Reader, wanted: string): Records {
  const identities = reader.all(
    query
      .selectFrom('identities')
      .selectAll()
      .where((eb) =>
        eb.or([eb('external_id', '=', wanted), eb(sql`source || ':' || external_id`, '=', wanted)]),
      ),
  )
  const people = reader.all(query.selectFrom('people').select('id').where('external_id', '=', wanted))
  const byId = {
    customers: distinct(identities.map((one) => one.customer_id)),
    people: people.map(({ id }) => id),
  }
  if (byId.customers.length + byId.people.length > 0) {
    return onePerson(
      reader,
      wanted,
      byId,
      identities.map(({ source, external_id }) => `${source}:${external_id}`),
    )
  }
  const email = wanted.includes('@') ? foldText(wanted) : null
  if (email !== null) return byEmails(reader, [email])
  const phone = keyOf('phone', wanted)
  if (phone === null || !/^[+\d][\d\s().\-/]{5,}$/.test(wanted)) return { customers: [], people: [] }
  const byPhone = {
    customers: reader
      .all(query.selectFrom('customer_keys').select('id').where('phone', '=', phone))
      .map(({ id }) => id),
    people: reader
      .all(query.selectFrom('people').select(['id', 'phone']).where('phone', 'is not', null))
      .flatMap((one) => (keyOf('phone', one.phone) === phone ? [one.id] : [])),
  }
  return onePerson(reader, wanted, byPhone, [])
}

/** Several records of one person have the same e-mail address; others could be of several people. */
function onePerson(reader: Reader, wanted: string, found: Records, choices: readonly string[]): Records {
  const records = found.customers.length + found.people.length
  if (records <= 1) return found
  const emails = emailsOf(reader, found)
  const [one] = emails
  if (one !== undefined && emails.length === 1) {
    const same = byEmails(reader, [one])
    if (
      found.customers.every((id) => same.customers.includes(id)) &&
      found.people.every((id) => same.people.includes(id))
    ) {
      return found
    }
  }
  throw new InputError(
    `“${wanted}” stands for ${countOf(records, 'record')} that could be of several people`,
    {
      next: 'Name the one who is meant by an e-mail address, or by source and id, for example shopify:7012345.',
      choices,
    },
  )
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const emailsOf = (reader: Reader, { customers, people }: Records): readonly string[] =>
  distinct(
    [
      ...reader.all(query.selectFrom('customer_keys').select('email').where(isOneOf('id', customers))),
      ...reader.all(query.selectFrom('people').select('email_key as email').where(isOneOf('id', people))),
    ].flatMap(({ email }) => email ?? []),
  )

const byEmails = (reader: Reader, emails: readonly string[]): Records => ({
  customers: reader
    .all(query.selectFrom('customer_keys').select('id').where('email', 'in', emails))
    .map(({ id }) => id),
  people: reader
    .all(query.selectFrom('people').select('id').where('email_key', 'in', emails))
    .map(({ id }) => id),
})

/** These records, and all others with the same e-mail addresses. */
export function sameAddress(reader: Reader, found: Records): Records {
  const same = byEmails(reader, emailsOf(reader, found))
  return {
    customers: distinct([...found.customers, ...same.customers]),
    people: distinct([...found.people, ...same.people]),
  }
}

/** The records that sources call by some ids. */
export function findRecords(reader: Reader, ids: readonly OutsideId[]): Records {
  const identity = (source: string, id: string) =>
    query
      .selectFrom('identities')
      .select('customer_id')
      .where('source', '=', source)
      .where('external_id', '=', id)
  const person = (id: string) => query.selectFrom('people').select('id').where('external_id', '=', id)
  return {
    customers: ids.flatMap(({ takes, source, id }) =>
      takes === 'customers' ? (reader.get(identity(source, id))?.customer_id ?? []) : [],
    ),
    people: ids.flatMap(({ takes, id }) => (takes === 'people' ? (reader.get(person(id))?.id ?? []) : [])),
  }
}

/** By which ids the sources know these records: those that are given, and anonymous ones too. */
export function withOutsideIds(
  reader: Reader,
  { customers, people }: Records,
  given: readonly OutsideId[] = [],
): Leaving {
  const own: readonly OutsideId[] = [
    ...given,
    ...reader
      .all(query.selectFrom('identities').selectAll().where(isOneOf('customer_id', customers)))
      .map(({ source, external_id }) => ({ takes: 'customers' as const, source, id: external_id })),
    ...reader
      .all(query.selectFrom('people').select('external_id').where(isOneOf('id', people)))
      .map(({ external_id }) => ({ takes: 'people' as const, source: '', id: external_id })),
  ]
  return { customers, people, outside: [...own, ...otherIdsOf(reader, own)] }
}

/** Anonymous ids that turned out to be somebody’s, and ids that they had before. */
function otherIdsOf(reader: Reader, ids: readonly OutsideId[]): readonly OutsideId[] {
  const wanted = new Set(ids.map(keyOfId))
  const theirs = isOneOf(
    'user_id',
    ids.map(({ id }) => id),
  )
  const anonymous = reader.all(query.selectFrom('anonymous_ids').selectAll().where(theirs))
  const former = reader.all(query.selectFrom('aliases').selectAll().where(theirs))
  return [
    ...anonymous.map((row) => ({ ...row, id: `anonymous:${row.anonymous_id}` })),
    ...former.map((row) => ({ ...row, id: row.previous_id })),
  ].flatMap(({ takes, source, user_id, id }) =>
    wanted.has(keyOfId({ takes, source, id: user_id })) ? [{ takes, source, id }] : [],
  )
}

const keyOfId = ({ takes, source, id }: OutsideId): string =>
  `${takes} ${takes === 'people' ? '' : source} ${id}`
