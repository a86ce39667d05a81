import { afterAll, beforeAll, expect, test } from 'vitest'
import { CANADA, openTools, OVER_100, type TestTools, unhashed } from '../context.fixture.ts'
import { createAudience } from './create-audience.ts'
import { deleteAudience } from './delete-audience.ts'
import { getAudience } from './get-audience.ts'
import { listAudiences } from './list-audiences.ts'
import { undoChange } from './undo-change.ts'
import { updateAudience } from './update-audience.ts'

let t: TestTools
beforeAll(async () => {
  t = await openTools()
})
afterAll(() => t.close())

test('drafts an audience of previews and segments, and changes nothing before it is confirmed', async () => {
  expect((await t.call(listAudiences, {})).content).toBe('There are no audiences yet')
  const [base, less] = [await t.count(OVER_100), await t.count(CANADA)]
  const result = await t.call(createAudience, {
    name: 'Good customers',
    from: [base, 'Champions'],
    less: [less],
    channel: 'email',
    cap: 5,
    cap_order: 'spend',
    assumptions: ['“good” is read as spent over 100'],
  })
  expect(unhashed(result)).toMatchInlineSnapshot(`
    "Proposal prop_1, a draft. Nothing has changed; a human must confirm it.
    ⟦Create the e-mail audience “Good customers” with 5 customers⟧
    Touches 5 of 40 customers (13 %)
    Customers who ⟦either spent more than $100 or are in the segment Champions⟧: 20
    - 7 who ⟦are in Canada⟧; 13 left
    - 7 who ⟦unsubscribed from e-mail⟧; 6 left
    - 0 who ⟦never consented to e-mail⟧; 6 left
    - 0 who ⟦have no usable e-mail address, or mail to it bounced⟧; 6 left
    - 0 who ⟦have no order, so that no spend ranks them⟧; 6 left
    - 1 who ⟦are not among the 5 customers who spent the most⟧; 5 left
    Before the channel: 6 reachable by e-mail, 0 by SMS, 6 by ads
    Expires 2025-11-21T12:00:00Z
    Content hash <hash>"
  `)
  expect(result.details).toMatchObject({
    proposal: { preview: { perimeter: { members: 5 }, assumptions: ['“good” is read as spent over 100'] } },
  })
  expect(t.services.audiences.list()).toEqual([])
  await t.confirmLast()
  expect((await t.call(listAudiences, { search: 'good' })).content).toMatchInlineSnapshot(`
    "1 audience:
    - ⟦Good customers⟧ (aud_1, e-mail): 5 customers as of 2025-11-20T12:00:00Z"
  `)
})

test('shows who falls out where', async () => {
  expect((await t.call(getAudience, { audience_id: 'good customers' })).content).toMatchInlineSnapshot(`
    "⟦Good customers⟧ (aud_1, e-mail): 5 customers as of 2025-11-20T12:00:00Z
    Now, as of 2025-11-20T12:00:00Z:
    Customers who ⟦either spent more than $100 or are in the segment Champions⟧: 20
    - 7 who ⟦are in Canada⟧; 13 left
    - 7 who ⟦unsubscribed from e-mail⟧; 6 left
    - 0 who ⟦never consented to e-mail⟧; 6 left
    - 0 who ⟦have no usable e-mail address, or mail to it bounced⟧; 6 left
    - 0 who ⟦have no order, so that no spend ranks them⟧; 6 left
    - 1 who ⟦are not among the 5 customers who spent the most⟧; 5 left
    Before the channel: 6 reachable by e-mail, 0 by SMS, 6 by ads"
  `)
  await expect(t.call(getAudience, { audience_id: 'bad customers' })).rejects.toMatchObject({
    code: 'not_found',
    choices: ['Good customers'],
  })
})

test('changes what is given, takes away what is 0 or empty, and keeps the rest', async () => {
  const definition = () => t.services.audiences.get('Good customers').definition
  await t.call(updateAudience, { audience_id: 'Good customers', cap_order: 'recent', holdout: 20 })
  await t.confirmLast()
  expect(definition()).toMatchObject({ cap: { customers: 5, order: 'recent' }, holdout: 20 })
  await t.call(updateAudience, { audience_id: 'Good customers', cap: 0, holdout: 0, less: [] })
  await t.confirmLast()
  expect(Object.keys(definition()).toSorted()).toEqual(['base', 'channel', 'entity', 'less'])
  expect(definition().base).toHaveLength(2)
  await t.call(undoChange, { segment_id: 'Good customers' })
  await t.confirmLast()
  expect(definition()).toMatchObject({ cap: { customers: 5 }, less: [{ type: 'criteria' }] })
})

test('leaves open neither who stays under a cap nor whom it takes', async () => {
  const given = { name: 'A', from: ['Champions'], channel: 'sms' }
  await expect(t.call(createAudience, { ...given, cap: 5 })).rejects.toMatchObject({
    message: 'A cap says how many stay and which',
    path: ['cap_order'],
  })
  await expect(t.call(createAudience, { ...given, from: [] })).rejects.toMatchObject({ path: ['from'] })
  await expect(t.call(createAudience, { ...given, less: ['Nobody like it'] })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(t.call(createAudience, { ...given, channel: 'fax' })).rejects.toMatchObject({
    path: ['channel'],
  })
})

test('is deleted by a proposal', async () => {
  await t.call(deleteAudience, { audience_id: 'Good customers' })
  await t.confirmLast()
  expect(t.services.audiences.find('Good customers')).toBeUndefined()
})
