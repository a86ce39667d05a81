import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '#app'

/** What people and shops do write into names, and what nobody should be able to do with one. */
export const AWKWARD = {
  script: '<img src=x onerror="window.harmed=1">',
  quotes: 'O’Neil "Bob\'s" & Söhne',
  lines: 'Two\nlines',
  rightToLeft: 'שלום עולם',
  long: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
} as const

const NAMES = ['Ada', 'Ben', 'Chloé', 'Dmitri', 'Efua', ...Object.values(AWKWARD)]
const PLACES = [
  ['US', 'New York', 'New York'],
  ['US', 'California', 'San Francisco'],
  ['FR', 'Île-de-France', 'Paris'],
  ['DE', 'Berlin', 'Berlin'],
  ['CA', 'Ontario', 'Toronto'],
  ['IL', 'Tel Aviv', 'תל אביב'],
  ['', '', AWKWARD.script],
] as const
const PRODUCTS = ['House Blend 250 g', 'Decaf 1 kg', 'Tea for two', ...Object.values(AWKWARD)]
const CUSTOMERS = 140
const DAY = 24 * 3600 * 1000

/** One line of CSV: every cell quoted, as nothing else holds quotes and line ends. */
const line = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')}\n`

const pick = <T>(list: readonly [T, ...T[]] | readonly T[], i: number): T => {
  const picked = list[i % list.length]
  if (picked === undefined) throw new Error('Nothing to pick from')
  return picked
}

function files(): Readonly<Record<string, string>> {
  const now = Date.now()
  const daysAgo = (days: number) => new Date(now - days * DAY).toISOString()
  const all = Array.from({ length: CUSTOMERS }, (_, i) => i)
  const buyers = all.filter((i) => i % 9 !== 0)
  const bought = buyers.flatMap((i) =>
    Array.from({ length: 1 + (i % 6) }, (_, nth) => ({
      id: `${i}-${nth}`,
      customer: i,
      product: (i + 3 * nth) % PRODUCTS.length,
      at: daysAgo(3 + ((i * 7 + nth * 31) % 600)),
      total: 12 + ((i * 13 + nth * 5) % 180),
    })),
  )
  return {
    'customers.csv': [
      line([
        'id',
        'email',
        'phone',
        'first_name',
        'last_name',
        'country',
        'region',
        'city',
        'accepts_email',
        'accepts_sms',
        'created_at',
      ]),
      ...all.map((i) => {
        const email = i % 11 === 0 ? '' : `someone${i}@example.com`
        const phone = i % 4 === 0 ? `+1212555${1000 + i}` : ''
        return line([
          `K${i}`,
          email,
          phone,
          pick(NAMES, i),
          `Nº ${i}`,
          ...pick(PLACES, i),
          i % 3 === 0 ? 'no' : 'yes',
          i % 4 === 0 ? 'yes' : 'no',
          daysAgo(700 - i),
        ])
      }),
    ].join(''),
    'products.csv': [
      line(['id', 'title', 'category', 'brand', 'price']),
      ...PRODUCTS.map((title, i) =>
        line([`P${i}`, title, i % 2 === 0 ? 'Coffee' : 'Tea', 'Our own', 12 + i]),
      ),
    ].join(''),
    'orders.csv': [
      line(['id', 'customer_id', 'ordered_at', 'status', 'total', 'currency']),
      ...bought.map(({ id, customer, at, total }) => line([id, `K${customer}`, at, 'paid', total, 'USD'])),
    ].join(''),
    'items.csv': [
      line(['order_id', 'product_id', 'quantity', 'price']),
      ...bought.map(({ id, product, total }) => line([id, `P${product}`, 1, total])),
    ].join(''),
    'lists.csv': [
      line(['list', 'customer_id']),
      ...all.slice(0, 9).map((i) => line([AWKWARD.script, `K${i}`])),
    ].join(''),
  }
}

const INDUSTRIES = ['SaaS', 'Agency', AWKWARD.long] as const
const TITLES = ['VP Sales', 'Head of Sales', 'CTO', AWKWARD.script] as const

/** A few businesses, with people who work there. */
const accounts = (): Readonly<Record<string, string>> => ({
  'companies.csv': [
    line(['id', 'name', 'domain', 'industry', 'employees', 'country', 'city']),
    ...Array.from({ length: 24 }, (_, i) =>
      line([
        `B${i}`,
        i === 3 ? AWKWARD.quotes : `${pick(NAMES, i)} Works`,
        `works${i}.example`,
        pick(INDUSTRIES, i),
        i % 5 === 0 ? '' : 20 + i * 17,
        i % 2 === 0 ? 'US' : 'DE',
        i % 2 === 0 ? 'New York' : 'Berlin',
      ]),
    ),
  ].join(''),
  'people.csv': [
    line(['id', 'company_id', 'email', 'first_name', 'last_name', 'title', 'seniority', 'years_in_role']),
    ...Array.from({ length: 60 }, (_, i) =>
      line([
        `L${i}`,
        i === 59 ? '' : `B${i % 24}`,
        `person${i}@works${i % 24}.example`,
        pick(NAMES, i),
        `Nº ${i}`,
        pick(TITLES, i),
        i % 4 === 2 ? 'C-suite' : 'VP',
        i % 6,
      ]),
    ),
  ].join(''),
})

/** A company small enough to make for one test file, with an approver, and with names that are hard to show. */
export async function makeCompany(settings: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-browser-'))
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'muster.db')}`,
    MUSTER_MODEL: 'offline',
    MUSTER_READERS: '1',
    PORT: '0',
    ...settings,
  }
  const app = await openApp(env)
  const paths = Object.entries({ ...files(), ...accounts() }).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  })
  await app.writer.call('importFiles', { paths })
  await app.refresh.all({ cause: 'import' })
  return { app, env, folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What a sentence proposes: it waits for a human. */
export async function proposed(app: App, text: string) {
  const actor = { userId: null, name: 'Ana', surface: 'web', session: 'web_1' } as const
  const outcome = await app.ask({ text, actor, signal: new AbortController().signal })
  const [proposal] = outcome.proposals
  if (proposal === undefined) throw new Error(`“${text}” proposed nothing: ${outcome.text}`)
  return proposal
}
