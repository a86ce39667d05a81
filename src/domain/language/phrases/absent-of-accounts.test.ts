import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

/** What is named as missing. */
const missing = (text: string) => {
  const { vocabulary, ...rest } = situation()
  const filled = (field: string) => (/^signal\.|^person\.phone$/.test(field) ? 0 : vocabulary.filled(field))
  const found = interpret(text, { ...rest, vocabulary: { ...vocabulary, filled } })
  return found.kind === 'refused' ? found.missing : found.kind
}

test.for([
  ['female VPs in engineering', 'gender of people at companies'],
  ['female CFOs', 'gender of people at companies'],
  ['directors reporting to the CFO', 'who reports to whom'],
  ['security managers at fintech companies and their direct reports', 'who reports to whom'],
  ['VPs interested in golf', 'interests of people at companies'],
  ['companies with more than 3 offices', 'offices, shops and other sites of companies'],
  ['SaaS companies in Germany with at least 10 stores', 'offices, shops and other sites of companies'],
  ['SaaS companies backed by Sequoia', 'investors'],
  ['recently funded companies in France', 'when rounds of funding were raised'],
  ['companies growing revenue by 20%', 'growth of revenue'],
  ['VPs in Germany with a phone number', 'phone'],
] as const)('%s', ([text, name]) => expect(missing(text)).toContain(name))

test.for(['women in Spain', 'companies where we don’t know the funding stage', 'people in Sales'])(
  '%s',
  (text) => expect(missing(text)).toBe('criteria'),
)
