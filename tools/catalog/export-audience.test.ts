import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, type TestTools, unhashed } from '../context.fixture.ts'
import { createSegment } from './create-segment.ts'
import { exportAudience } from './export-audience.ts'

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
