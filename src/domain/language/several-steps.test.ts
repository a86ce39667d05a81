import { expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import { shown } from './spoken.fixture.ts'

const read = (text: string) =>
  interpret(text, {
    ...situation(),
    describe: shown,
    definition: (id) => (id === 'seg_summer' ? SUMMER : undefined),
  })
const SUMMER: Criteria = { type: 'attribute', field: 'country', op: 'in', value: ['FR'] }

test.for<[text: string, kind: string, rest: string]>([
  [
    'merge VIP and Newsletter into one called Core, then get rid of the old two',
    'criteria',
    'get rid of the old two',
  ],
  [
    'merge VIP and Newsletter into one called Core and get rid of the originals',
    'criteria',
    'get rid of the originals',
  ],
  [
    'combine VIP and Newsletter into one called Core, then delete the two originals',
    'criteria',
    'delete the two originals',
  ],
  ['merge VIP and Newsletter into one called Core and remove the sources', 'criteria', 'remove the sources'],
  ['clone VIP and archive the original', 'command', 'archive the original'],
  ['rename Summer Buyers to Sunny and export it', 'command', 'export it'],
  ['save customers in Italy as Italians and export to csv', 'criteria', 'export to csv'],
  ['create a segment of people in Italy, refresh it weekly', 'criteria', 'refresh it weekly'],
])('%s: the first step is taken, and the second is said', ([text, kind, rest]) => {
  const found = read(text)
  expect(found.kind).toBe(kind)
  const said = found.kind === 'question' ? found.question : 'note' in found ? found.note : ''
  expect(said).toContain(`“${rest}” is a step of its own and is not done yet`)
  expect(found.receipt.at(-1)).toMatchObject({ text: rest, as: 'not accounted for' })
})

test('what is no second step is read as a whole', () => {
  expect(read('clone VIP and call it Gold')).toMatchObject({ command: { do: 'clone_segment', name: 'Gold' } })
})

test('what people do every year is who they are', () => {
  expect(JSON.stringify(read('women who turn a year older this month'))).not.toContain('a step of its own')
})

test.for([
  'customers in France who ordered twice and make a purchase every month',
  'customers in France and share the news each week',
  'customers who opened any email in the last few months',
  'French email subscribers who spent at least 150 in the last few months',
  'customers in Spain. Then remove anyone who clicked an email in the last few months.',
])('%s: what people do is no step, and is not left out of who they are', (text) => {
  expect(read(text).kind).not.toBe('criteria')
})
