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
