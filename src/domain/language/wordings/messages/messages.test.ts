import { describe, expect, test } from 'vitest'
import { loadMessages } from './load.ts'
import { outcomeOf, threadsOf } from './outcome.fixture.ts'

// `npm run messages` tries each wording behind all threads of its shape. Here each is tried behind one of them.
describe.each(loadMessages())('$thread', (spoken) => {
  const threads = threadsOf(spoken)
  const tried = spoken.wordings.flatMap(({ text, open }, index) =>
    threads
      .filter((_, at, { length }) => at === index % length)
      .map(({ said, standing, means }) => ({ text: said(text), open, standing, means })),
  )
  test.for(tried.filter(({ open }) => !open))('is said by “$text”', ({ text, standing, means }) => {
    expect(outcomeOf(text, standing).comesTo).toBe(means.comesTo)
  })
  const open = tried.filter((one) => one.open)
  test.skipIf(open.length === 0).for(open)(
    'comes to nothing else by “$text”',
    ({ text, standing, means }) => {
      const found = outcomeOf(text, standing)
      const acts = found.kind === 'criteria' || found.kind === 'command'
      expect(acts && found.comesTo).toBeOneOf([false, means.comesTo])
    },
  )
})
