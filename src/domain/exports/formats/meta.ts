import { type Contact, contactOf, contactSelect, hashed } from '../contact.ts'
import { cell } from '../csv.ts'
import { firstIdentity } from '../sql.ts'
import type { ExportFormat, Value } from './define.ts'

/**
 * Meta custom audience, after business help 2082575038703844: the template's headers, those for which there is data,
 * and always the country. Hashed as Meta's own Python SDK does (`facebook_business/utils`): phones as digits with
 * their country code, names and places as the letters a to z alone, postal codes up to a hyphen; `uid` is never
 * hashed. `value` and `madid` are left out: no more is handed over than matching needs.
 */
export const meta: ExportFormat = {
  title: 'Meta custom audience',
  goes: 'to Meta',
  about: 'Finds customers on Facebook and Instagram',
  channel: 'ads',
  entities: ['customer'],
  options: ['hashed'],
  leastRows: 100,
  riskyName: (name) => RISKY.exec(name)?.[0],
  plan(ctx) {
    const { options, filled } = ctx
    const columns = COLUMNS.filter(
      ({ field, hash }) => (field === null || filled(field)) && (!options.hashed || hash !== undefined),
    )
    return {
      files: [{ suffix: '', headers: columns.map(({ header }) => header) }],
      select: [...contactSelect(ctx), 'c.birthday', 'c.gender', firstIdentity],
      row(_id, values) {
        const contact = contactOf(values)
        if (contact.useless !== undefined) return { why: contact.useless }
        const person = {
          ...contact,
          birthday: textOf(values[10]),
          gender: textOf(values[11]),
          uid: textOf(values[12]),
        }
        const cells = columns.map(({ plain, hash }) =>
          cell(options.hashed && hash ? hash(person) : plain(person)),
        )
        return { file: 0, text: cells.join(','), ...(contact.phone?.mended === true && { mended: 'phone' }) }
      },
    }
  },
}

interface Person extends Contact {
  /** `YYYY-MM-DD`; empty where it is unknown, as all of these. */
  readonly birthday: string
  readonly gender: string
  readonly uid: string
}

interface Column {
  readonly header: string
  /** Left out where nobody has one; null for columns that always stand there. */
  readonly field: string | null
  plain(person: Person): string
  /** Undefined where Meta does not say how it is hashed. */
  readonly hash?: (person: Person) => string
}

const COLUMNS: readonly Column[] = [
  {
    header: 'email',
    field: 'email',
    plain: ({ email = '' }) => email,
    hash: ({ email = '' }) => hashed(email),
  },
  {
    header: 'phone',
    field: 'phone',
    plain: ({ phone }) => phone?.number ?? '',
    hash: ({ phone }) => hashed(phone?.number.slice(1) ?? ''),
  },
  name('fn', 'first_name', ({ firstName }) => firstName),
  name('ln', 'last_name', ({ lastName }) => lastName),
  {
    header: 'zip',
    field: 'postcode',
    plain: ({ postcode }) => postcode,
    hash: ({ postcode }) => hashed((postcode.toLowerCase().split('-')[0] ?? '').replaceAll(/\s/g, '')),
  },
  name('ct', 'city', ({ city }) => city),
  name('st', 'region', ({ region }) => region),
  {
    header: 'country',
    field: null,
    plain: ({ country }) => country,
    hash: ({ country }) => hashed(country.toLowerCase()),
  },
  { header: 'dob', field: 'birthday', plain: ({ birthday }) => shortDate(birthday) },
  {
    header: 'doby',
    field: 'birthday',
    plain: ({ birthday }) => birthday.slice(0, 4),
    hash: ({ birthday }) => hashed(birthday.slice(0, 4)),
  },
  {
    header: 'gen',
    field: 'gender',
    plain: ({ gender }) => genderLetter(gender).toUpperCase(),
    hash: ({ gender }) => hashed(genderLetter(gender)),
  },
  { header: 'uid', field: null, plain: ({ uid }) => uid, hash: ({ uid }) => uid },
]

function name(header: string, field: string, of: (person: Person) => string): Column {
  return {
    header,
    field,
    plain: of,
    hash: (person) =>
      hashed(
        of(person)
          .toLowerCase()
          .replaceAll(/[^a-z]/g, ''),
      ),
  }
}

/** `1968-10-21` → `10/21/68` */
function shortDate(birthday: string): string {
  const [year = '', month = '', day = ''] = birthday.split('-')
  return day === '' ? '' : `${month}/${day}/${year.slice(2)}`
}

/** Meta knows two; whatever else a customer is stays unsaid. */
const genderLetter = (gender: string): string => /^[fm]/i.exec(gender)?.[0].toLowerCase() ?? ''

const textOf = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : String(value).trim()

/** Since 2 September 2025 Meta flags audiences whose names suggest health or financial status. */
const RISKY =
  /\b(?:health|medical|patients?|disease|diagnos\w*|diabet\w*|cancer|depress\w*|anxiety|pregnan\w*|fertility|addict\w*|obes\w*|arthritis|hiv|therapy|disab\w*|debt\w*|loans?|credit|bankrupt\w*|income|low[- ]income|mortgage|financ\w*|insolven\w*|poor|poverty)\b/i
