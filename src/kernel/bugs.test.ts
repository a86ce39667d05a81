import { expect, test } from 'vitest'
import { bugReporter } from './bugs.ts'
import { countingIds } from './ids.ts'

test('the cause is written beside its id, without secrets', () => {
  const lines: string[] = []
  const report = bugReporter({ ids: countingIds(), secrets: ['sk-1', ''], write: (line) => lines.push(line) })
  expect(report(new TypeError('bad key sk-1'), 'chat')).toBe('bug_1')
  expect(report('just text', 'http')).toBe('bug_2')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'bug_1', where: 'chat', message: 'bad key …' },
    { id: 'bug_2', where: 'http', message: 'just text' },
  ])
  expect(lines.join()).not.toContain('sk-1')
})

test('addresses and phone numbers that an error quotes stay out of the log', () => {
  const lines: string[] = []
  const report = bugReporter({ ids: countingIds(), secrets: [], write: (line) => lines.push(line) })
  report(
    new Error('UNIQUE failed: ada.lovelace+1@example.co.uk, +43 660 123 45 67 at kysely@0.29.9'),
    'import',
  )
  expect(lines.join()).toContain('UNIQUE failed: …, … at kysely@0.29.9')
})
