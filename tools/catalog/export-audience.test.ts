import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { createSegment } from './create-segment.ts'
import { exportAudience } from './export-audience.ts'
import { undoChange } from './undo-change.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
  await t.call(createSegment, { name: 'Canada', preview_id: await t.count(CANADA) })
  await t.confirmLast()
})
afterAll(() => t.close())

test('drafts an export that says what is in the file, and shows a model no row of it', async () => {
  const answer = await t.call(exportAudience, { audience_id: 'canada' })
  expect(unhashed(answer)).toMatchInlineSnapshot(`
    "Proposal prop_2, a draft. Nothing has changed; a human must confirm it.
    ⟦Export the segment “Canada” as Standard CSV with 13 customers, without contact data⟧
    Touches 13 of 40 customers (33 %)
    file: – → ⟦Standard CSV⟧
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
})

test('says what contact columns mean, and leaves them out unless they are asked for', async () => {
  const answer = await t.call(exportAudience, { audience_id: 'Canada', contact_columns: true })
  expect(unhashed(answer)).toMatchInlineSnapshot(`
    "Proposal prop_3, a draft. Nothing has changed; a human must confirm it.
    ⟦Export the segment “Canada” as Standard CSV with 13 customers, their e-mail addresses, phone numbers and names⟧
    Touches 13 of 40 customers (33 %)
    file: – → ⟦Standard CSV⟧
    contact columns: – → ⟦e-mail, phone, first name and last name⟧
    consent: – → ⟦6 of 13 customers can be reached by e-mail and 0 by SMS; the others stand in the file too: it is for analysis, not for sending⟧
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
  expect(answer.content).not.toContain('@')
})

test('refuses a segment that is not there', async () => {
  await expect(t.call(exportAudience, { audience_id: 'Kanada' })).rejects.toThrow('There is no segment')
})

test('to a channel, shows who falls out of the audience that is made in the same step', async () => {
  t.clock.forward(60)
  const answer = await t.call(exportAudience, { audience_id: 'Canada', format: 'google_ads', sha256: true })
  expect(unhashed(answer)).toMatchInlineSnapshot(`
    "Proposal prop_4, a draft. Nothing has changed; a human must confirm it.
    ⟦Export the segment “Canada” as Google Ads customer match with 6 customers, hashed⟧
    Touches 6 of 40 customers (15 %)
    Customers who ⟦are in the segment Canada⟧: 13
    - 7 who ⟦consented to neither e-mail nor SMS, whose addresses ads are matched by⟧; 6 left
    - 0 who ⟦have no usable address for what they consented to⟧; 6 left
    Before the channel: 6 reachable by e-mail, 0 by SMS, 6 by ads
    audience: – → ⟦“Canada (ads)” is made of the segment in the same step⟧
    file: – → ⟦Google Ads customer match⟧
    usable rows: – → ⟦6 of 6 customers (100 %)⟧
    blocked by consent: – → ⟦7 customers⟧
    values: – → ⟦hashed with SHA-256 before they leave⟧
    Expires 2025-11-21T12:01:00Z
    Content hash <hash>"
  `)
  await t.confirmLast()
  const [made] = t.services.exports.list()
  expect(made).toMatchObject({ channel: 'ads', subject: { kind: 'audience', name: 'Canada (ads)' } })
  const { written } = await t.exportJobs.ended(made?.id ?? '')
  expect(written?.rows).toBe(6)
  const undone = await t.call(undoChange, { segment_id: made?.id })
  expect(unhashed(undone)).toMatchInlineSnapshot(`
    "Proposal prop_5, a draft. Nothing has changed; a human must confirm it.
    ⟦Make the removal file for the export of “Canada (ads)” (Google Ads customer match): 6 customers⟧
    file: – → ⟦the same rows that were exported; upload it to Google Ads customer match as a list of people to remove⟧
    Expires 2025-11-21T12:01:00Z
    Content hash <hash>"
  `)
})

test('refuses options that a format does not have, and suppressions of an analysis file', async () => {
  const canada = { audience_id: 'Canada' }
  await expect(t.call(exportAudience, { ...canada, sha256: true })).rejects.toThrow(
    'no choice of hashed values',
  )
  await expect(
    t.call(exportAudience, { ...canada, format: 'klaviyo', contact_columns: true }),
  ).rejects.toThrow('no choice of contact columns')
  await expect(t.call(exportAudience, { ...canada, less: ['Canada'] })).rejects.toThrow('no suppressions')
  await expect(t.call(exportAudience, { ...canada, rest_days: 30 })).rejects.toThrow('no suppressions')
  await expect(
    t.call(exportAudience, { audience_id: 'Canada (ads)', format: 'meta', less: ['Canada'] }),
  ).rejects.toThrow('has suppressions of its own')
})

test('says which columns and which contact data stand in the file, where not all were wanted', async () => {
  const columns = ['email', 'country', 'customer_id']
  const answer = await t.call(exportAudience, { audience_id: 'Canada', contact_columns: true, columns })
  expect(answer.content).toContain(
    'with customer_id, country and email as its only columns, with contact data: email⟧',
  )
  expect(answer.content).toContain('\ncolumns: – → ⟦customer_id, country and email⟧')
  await expect(t.call(exportAudience, { audience_id: 'Canada', columns })).rejects.toThrow(
    'Without contact columns, a file holds no email',
  )
  const google = { audience_id: 'Canada', format: 'google_ads', columns: ['country'] }
  await expect(t.call(exportAudience, google)).rejects.toThrow('has the columns that are expected there')
})
