import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { touchedCustomers } from '../facts/touched.ts'
import { csv, type ImportBench, importBench } from '../imports/imports.fixture.ts'
import { findSubject } from '../privacy/find-subject.ts'
import { subject } from '../privacy/subject.ts'
import { TESTER } from '../services.fixture.ts'
import { makeWorkspace } from '../workspace/workspace.ts'
import { apart } from './joins.fixture.ts'
import { joinSame } from './join-same.ts'
import { listJoins } from './read.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const SHOPIFY = [
  csv(
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Default Address Country Code,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags',
    "'706405506930370084,Ann,Lee,ANN@Example.com,yes,Utrecht,NL,,no,50.00,1,",
    "'706405506930370085,Bob,,bob@example.com,yes,,,,no,0.00,0,",
  ),
  csv(
    'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id',
    '#1001,ann@example.com,paid,EUR,50.00,2025-06-01 10:00:00 +0200,2,Matcha,25.00,820982911946154508',
  ),
].map((text) => `\uFEFF${text}`)
const KLAVIYO = csv(
  'Email,Klaviyo ID,First Name,City,Country,Zip Code,Email Marketing Consent,Email Marketing Consent Timestamp,Tags',
  "ann@example.com,01ANN,Anna,Toronto,Canada,'01234,SUBSCRIBED,2025-03-01T10:00:00+01:00,news|vip",
  'eve@example.com,01EVE,Eve,,,,SUBSCRIBED,2025-03-01T10:00:00+01:00,',
)
const HUBSPOT = csv(
  'Record ID,First Name,Last Name,Email,Contact owner,Lead Status,Job Title,Associated Company,Associated Company IDs',
  '101,Ann,Lee,ann@example.com,Eve,Open,VP Sales,Acme,15000000001',
)
/** What her help desk knows of her, in our own format. */
const DESK = {
  'customers.csv': csv(
    'id,email,first_name,phone,language,accepts_email,tags',
    'd1,ann@example.com,Ann,+31612345678,nl,yes,vip|patient',
  ),
}

const importAll = async () => {
  const shop = await bench.importFolder({
    'customers_export.csv': SHOPIFY[0] ?? '',
    'orders_export.csv': SHOPIFY[1] ?? '',
  })
  const mail = await bench.importFile(KLAVIYO)
  const crm = await bench.importFile(HUBSPOT)
  const desk = await bench.importFolder(DESK, { source: 'desk' })
  return [shop, mail, crm, desk]
}
/** Which identities are one customer, without those that a shop's orders have by their address. */
const groups = () =>
  bench
    .rows(
      `SELECT group_concat(source || ' ' || external_id, ' + ' ORDER BY source) FROM identities
       WHERE external_id NOT LIKE 'email:%' GROUP BY customer_id ORDER BY 1`,
    )
    .flat()
const ofIdentity = (id: string, what: string) =>
  bench.rows(`SELECT ${what} WHERE i.external_id = '${id}' ORDER BY 1`).flat()
const labelsOf = (id: string) =>
  ofIdentity(id, 'l.key FROM identities i JOIN customer_labels l ON l.customer_id = i.customer_id')
const ordersOf = (id: string) =>
  ofIdentity(id, 'o.external_id FROM identities i JOIN orders o ON o.customer_id = i.customer_id')
const rowOf = (id: string) =>
  bench.rows(`SELECT c.city, c.country, c.postcode, c.phone, c.language
    FROM identities i JOIN customers c ON c.id = i.customer_id WHERE i.external_id = '${id}'`)[0]

const ANN = '706405506930370084'
const ALL = `desk d1 + klaviyo 01ANN + shopify ${ANN}`
const OTHERS = ['klaviyo 01EVE', 'shopify 706405506930370085']

test('a person of a shop, a mailing program, a help desk and a sales team is one customer, and a contact beside', async () => {
  const reports = await importAll()
  expect(reports.map(({ format, rejected }) => [format, rejected.rows])).toEqual([
    ['shopify-customers, shopify-orders', 0],
    ['klaviyo-profiles', 0],
    ['hubspot-contacts', 0],
    ['generic', 0],
  ])
  expect(groups()).toEqual([ALL, ...OTHERS])
  expect(rowOf('01ANN')).toEqual(['Utrecht', 'NL', null, '+31612345678', 'nl'])
  expect(labelsOf(ANN)).toEqual(['news', 'patient', 'vip'])
  expect(listJoins(bench.writer)).toMatchObject({
    joined: 2,
    latest: [
      { of: { source: 'desk', id: 'd1' }, with: { source: 'shopify', id: ANN } },
      { of: { source: 'klaviyo', id: '01ANN' }, with: { source: 'shopify', id: ANN } },
    ],
  })
  // Whom a team sells to is no customer: what belongs to the person is found by the address.
  expect(bench.rows('SELECT external_id FROM people')).toEqual([['hubspot:101']])
  const leaving = findSubject(bench.writer, 'ann@example.com')
  expect([leaving.customers.length, leaving.people.length]).toEqual([1, 1])
  const told = JSON.stringify(subject(bench.writer, leaving, bench.ctx.clock.now()))
  for (const each of [ANN, '01ANN', 'd1', 'hubspot:101', 'VP Sales', 'Matcha', '820982911946154508'])
    expect(told).toContain(each)
})

test('one of three is separated: the other two stay one, keep what they have without it, and the files change nothing', async () => {
  await importAll()
  const [desk, mail] = listJoins(bench.writer).latest
  apart(bench, mail?.id ?? 0)
  const separated = [`desk d1 + shopify ${ANN}`, 'klaviyo 01ANN', ...OTHERS.slice(0, 1), OTHERS[1]]
  expect(groups()).toEqual(separated)
  expect(rowOf('01ANN')).toEqual(['Toronto', 'CA', '01234', null, null])
  expect(rowOf(ANN)).toEqual(['Utrecht', 'NL', null, '+31612345678', 'nl'])
  expect([labelsOf('01ANN'), labelsOf('d1')]).toEqual([
    ['news', 'vip'],
    // The help desk says so as well.
    ['patient', 'vip'],
  ])
  expect([ordersOf('01ANN'), ordersOf('d1')]).toEqual([[], ['820982911946154508']])

  await importAll()
  expect(groups()).toEqual(separated)
  expect(listJoins(bench.writer).joined).toBe(1)
  const again = await importAll()
  expect(again.map(({ tables }) => tables.reduce((sum, { added }) => sum + added, 0))).toEqual([0, 0, 0, 0])

  apart(bench, desk?.id ?? 0)
  expect(groups()).toEqual(['desk d1', 'klaviyo 01ANN', OTHERS[0], `shopify ${ANN}`, OTHERS[1]])
  expect([rowOf('d1'), rowOf(ANN)]).toEqual([
    [null, null, null, '+31612345678', 'nl'],
    ['Utrecht', 'NL', null, null, null],
  ])
  expect([labelsOf('d1'), labelsOf(ANN), ordersOf(ANN)]).toEqual([
    ['patient', 'vip'],
    [],
    ['820982911946154508'],
  ])
  await importAll()
  expect(groups()).toHaveLength(5)
  expect(bench.rows('PRAGMA foreign_key_check')).toEqual([])
})

test('who said no by one source is not written to because another said yes that has left', async () => {
  const sms = (id: string, word: string, at: string) =>
    csv('id,email,accepts_email,accepts_sms,accepts_sms_at', `${id},ann@example.com,yes,${word},${at}`)
  await bench.importFolder({ 'customers.csv': sms('s', 'yes', '2025-01-01') }, { source: 'shop' })
  await bench.importFolder({ 'customers.csv': sms('m', 'yes', '2025-03-01') }, { source: 'mail' })
  await bench.importFolder({ 'customers.csv': sms('d', 'no', '2025-02-01') }, { source: 'desk' })
  const said = () =>
    bench.rows(`SELECT i.external_id, c.state FROM identities i JOIN consents c ON c.customer_id = i.customer_id
      WHERE c.channel = 'sms' ORDER BY 1`)
  expect(said().map(([, state]) => state)).toEqual(['subscribed', 'subscribed', 'subscribed'])
  const mail = listJoins(bench.writer).latest.find(({ of }) => of.source === 'mail')
  apart(bench, mail?.id ?? 0)
  expect(said()).toEqual([
    ['d', 'unsubscribed'],
    ['m', 'subscribed'],
    ['s', 'unsubscribed'],
  ])
})

test('whoever is joined is what they were once all are separated, in whatever order', async () => {
  const SOURCES = ['shop', 'mail', 'desk'] as const
  const cell = (...of: string[]) => fc.constantFrom('', '', ...of)
  const side = fc.tuple(
    cell('+31600000001', '+31600000002'),
    cell('Utrecht', 'Toronto'),
    cell('NL', 'CA'),
    cell('nl', 'en'),
    cell('yes'),
    fc.subarray(['news', 'vip', 'patient']).map((tags) => tags.join('|')),
  )
  const people = fc.array(fc.tuple(side, side, side), { minLength: 20, maxLength: 20 })
  const known = () =>
    bench.rows(`SELECT i.source, i.external_id, c.phone, c.city, c.country, c.language,
      (SELECT group_concat(channel || ' ' || state, ',' ORDER BY channel) FROM consents x WHERE x.customer_id = c.id),
      (SELECT group_concat(key, ',' ORDER BY key) FROM customer_labels l WHERE l.customer_id = c.id)
      FROM identities i JOIN customers c ON c.id = i.customer_id ORDER BY 1, 2`)
  const rule = (to: 'off' | 'email') => {
    makeWorkspace(bench.writer, 0)
    bench.writer.run(query.updateTable('workspace').set({ join_rule: to }))
  }
  await fc.assert(
    fc
      .asyncProperty(people, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), async (all, order) => {
        rule('off')
        for (const [place, source] of SOURCES.entries()) {
          const rows = all.map((sides, n) => `p${n},p${n}@example.com,yes,${(sides[place] ?? []).join(',')}`)
          const header = 'id,email,accepts_email,phone,city,country,language,accepts_sms,tags'
          await bench.importFolder({ 'customers.csv': csv(header, ...rows) }, { source })
        }
        const before = known()
        rule('email')
        const { joined } = bench.writer.transaction(() => {
          const touched = touchedCustomers(bench.writer.driver)
          const run = { writer: bench.writer, touched, now: 0, actor: TESTER, changed() {} }
          return joinSame(run, 'everybody')
        })
        expect(joined).toBe(40)
        const joins = bench.rows('SELECT id FROM joins').map(([id], n) => ({ id, at: order[n] ?? 0 }))
        for (const { id } of joins.toSorted((a, b) => a.at - b.at)) apart(bench, Number(id))
        expect(known()).toEqual(before)
      })
      .beforeEach(() => {
        bench.close()
        bench = importBench()
      }),
    { numRuns: 5 },
  )
})
