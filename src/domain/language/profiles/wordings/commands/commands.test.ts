import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#kernel/hash.ts'
import { wordingsIn } from '../../../wordings/load.ts'
import { read } from '../../profiles.fixture.ts'

/** What a message does, without what is said of it; undefined where it is asked about or refused. */
function done(text: string): string | undefined {
  const found = read(text)
  if (found.kind === 'question' || found.kind === 'refused') return undefined
  if (found.kind !== 'command') return found.kind
  const { command } = found
  return canonicalJson('assumptions' in command ? { ...command, assumptions: [] } : command)
}

// Each way of changing and managing ICPs and personas does what its plain words do.
describe.each(wordingsIn(import.meta.dirname, ['say']))('“$means”', ({ means, wordings }) => {
  const meant = done(means)
  test.for(wordings.filter(({ open }) => !open))('is “$text”', ({ text }) => {
    expect(meant).toBeDefined()
    expect(done(text)).toBe(meant)
  })
  const open = wordings.filter((one) => one.open)
  test.skipIf(open.length === 0).for(open)('is never another than “$text”', ({ text }) => {
    expect([meant, undefined]).toContain(done(text))
  })
})
