import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { countryName } from '../places/countries.ts'
import type { Listing } from './kept.ts'
import { listed, type ListedValue } from './listed.ts'

type Values = Listing<readonly ListedValue[]>
type Column = 'country' | 'region' | 'city' | 'language' | 'gender'

/** How many customers there are, near enough to tell small from large at once. */
export const customersAtMost = (reader: Reader): number =>
  reader.get(query.selectFrom('customer_keys').select(({ fn }) => fn.max('id').as('id')))?.id ?? 0

/** What customers are described by, counted in customers. */
export const customerLists = {
  country: column('country', countryName),
  region: column('region'),
  city: column('city'),
  language: column('language', languageName),
  gender: column('gender'),
  tags: labels('tags', 'tag'),
  interests: labels('interests', 'interest'),
} as const

// Each column has its index: the groups come out of it in order. A key is shown as its first customer has it.
function column(field: Column, label?: (value: string) => string): Values {
  return {
    sources: ['customers'],
    size: customersAtMost,
    make: (reader) =>
      listed(
        field,
        reader
          .all(
            query
              .with('groups', (cte) =>
                cte
                  .selectFrom('customer_keys')
                  .where(field, 'is not', null)
                  .select((eb) => [
                    `${field} as key`,
                    eb.fn.countAll<number>().as('count'),
                    eb.fn.min('id').as('first'),
                  ])
                  .groupBy(field),
              )
              .selectFrom('groups')
              .innerJoin('customers', 'customers.id', 'groups.first')
              .select(['groups.key', 'groups.count', sql<string>`customers.${sql.ref(field)}`.as('value')]),
          )
          .map(({ key, count, value }) => ({
            key: key ?? value,
            count,
            value,
            ...(label === undefined ? {} : { label: label(value) }),
          })),
      ),
  }
}

function labels(field: 'tags' | 'interests', kind: 'tag' | 'interest'): Values {
  return {
    sources: ['customers'],
    size: customersAtMost,
    make: (reader) =>
      listed(
        field,
        reader.all(
          query
            .selectFrom('customer_labels')
            .where('kind', '=', kind)
            .select((eb) => ['key', eb.fn.min('label').as('value'), eb.fn.countAll<number>().as('count')])
            .groupBy('key'),
        ),
      ),
  }
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** `fr` → `French`; a text that is no language code stays as it is. */
function languageName(code: string): string {
  return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,4})*$/i.test(code)
    ? (languages.of(code.replaceAll('_', '-')) ?? code)
    : code
}
