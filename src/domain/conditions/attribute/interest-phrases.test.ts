import { expect, test } from 'vitest'
import { situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { shown } from '../../language/spoken.fixture.ts'
import type { Vocabulary } from '../../vocabulary/vocabulary.ts'

const INTERESTS = ['pour over', 'light roast', 'home barista'].map((label) => ({
  field: 'interests' as const,
  value: label,
  label,
  count: 9,
}))

/** The invented shop, where interests of customers are known. */
function read(text: string): string {
  const shop = situation()
  const values: Vocabulary['values'] = (field) =>
    field === 'interests' ? INTERESTS : shop.vocabulary.values(field)
  const filled: Vocabulary['filled'] = (field) => (field === 'interests' ? 9 : shop.vocabulary.filled(field))
  const found = interpret(text, { ...shop, vocabulary: { ...shop.vocabulary, values, filled } })
  return found.kind === 'criteria' ? shown(found.criteria) : found.kind
}

test.for([
  ['customers with a home barista interest', 'are interested in “home barista”'],
  [
    'women into pour over or light roast',
    'have the gender female and are interested in “pour over” or “light roast”',
  ],
  ['interest: home barista', 'are interested in “home barista”'],
  [
    'interests in pour over and light roast',
    'are interested in “pour over” and are interested in “light roast”',
  ],
  ['customers not interested in light roast', 'are not interested in “light roast”'],
] as const)('%s', ([text, words]) => {
  expect(read(text)).toBe(words)
})
