import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readmeWithTools } from './readme.ts'

it('the README lists the tools as they are (npm run docs)', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toBe(readmeWithTools(readme))
})
