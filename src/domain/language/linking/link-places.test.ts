import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const base = situation()

/** What a message is read as where the data holds these regions, of customers as of people and companies. */
function read(text: string, ...regions: readonly string[]) {
  const held = regions.map((value) => ({ field: 'region' as const, value, label: value, count: 5 }))
  const found = interpret(text, {
    ...base,
    vocabulary: {
      ...base.vocabulary,
      values: (field) => (/(?:^|\.)region$/.test(field) ? held : base.vocabulary.values(field)),
    },
  })
  return found.kind === 'criteria' ? base.describe(found.criteria) : found.kind
}

test.for([
  ['customers in Île-de-France', ['Île-de-France'], 'region equals Île-de-France'],
  ['customers in Île de France', ['Île-de-France'], 'region equals Île-de-France'],
  ['customers in Île-de-France', ['Île de France'], 'region equals Île de France'],
  ['customers in Île-de-France', ['Île-de-France', 'Île de France'], 'region in Île-de-France,Île de France'],
  ['customers in Upper-Styria', ['Upper Styria', 'Upper-Styria'], 'region in Upper Styria,Upper-Styria'],
  [
    'leads who are in the region Île-de-France or Bavaria and had a hiring signal',
    ['Île-de-France', 'Bavaria'],
    '(person region in Île-de-France,Bavaria & person_signal hiring)',
  ],
  // A region that nobody is in is asked about, and nobody else is found instead.
  ['customers in Île-de-France', [], 'question'],
  ['leads in Île-de-France who had a hiring signal', ['Bavaria'], 'question'],
] as const)('%s where the data holds %j', ([text, regions, wanted]) => {
  expect(read(text, ...regions)).toBe(wanted)
})

test('“HR” is a job’s function where no country stands', () => {
  const found = interpret('leads who are HR directors or Head of HR', base)
  expect(JSON.stringify(found)).not.toContain('"country"')
})
