import { expect, test } from 'vitest'
import { conditions } from '../conditions/index.ts'
import { criteriaForms } from './forms.ts'
import { parseCriteria } from './parse.ts'

const things = {
  segment: [{ value: 'seg_1', label: 'Loyal' }],
  indicator: [],
  customer_profile: [],
  company_profile: [{ value: 'prof_1', label: 'SMB SaaS' }],
  person_profile: [],
  customer_question: [],
  company_question: [],
  person_question: [],
}

test('every kind of condition has a form of all its keys, and begins as one that can be read', () => {
  const forms = criteriaForms(things)
  expect(forms.conditions.map(({ type }) => type)).toEqual(conditions.map(({ type }) => type))
  for (const { start, fields } of forms.conditions) {
    const keys = Object.keys(parseCriteria(start)).filter((key) => key !== 'type')
    expect(fields.map(({ key }) => key)).toEqual(expect.arrayContaining(keys))
  }
  expect(new Set(forms.conditions.map(({ title }) => title)).size).toBe(conditions.length)
})

test('what a form refers to is shared with it', () => {
  const forms = criteriaForms(things)
  const named = [...JSON.stringify(forms).matchAll(/"kind":"shared","name":"([^"]+)"/g)].map(
    ([, name]) => name,
  )
  expect(named.length).toBeGreaterThan(0)
  expect(Object.keys(forms.shared)).toEqual(expect.arrayContaining(named))
})

test('inputs are those of the schema', () => {
  const { conditions: forms, shared } = criteriaForms(things)
  const orders = forms.find(({ type }) => type === 'orders')
  expect(orders?.fields.map(({ key, required, input: { kind } }) => [key, required, kind])).toEqual([
    ['measure', true, 'choice'],
    ['op', false, 'choice'],
    ['value', false, 'amount'],
    ['during', false, 'shared'],
    ['within', false, 'shared'],
    ['where', false, 'shared'],
  ])
  expect(shared['window']).toMatchObject({ kind: 'either', tag: 'kind' })
  const segment = forms.find(({ type }) => type === 'segment')
  expect(segment?.fields[0]?.input).toEqual({ kind: 'choice', options: things.segment })
  const inner = forms.find(({ type }) => type === 'has_people')?.fields.find(({ key }) => key === 'people')
  expect(inner?.input).toEqual({ kind: 'criteria', entity: 'person' })
})
