import { describe, expect, test } from 'vitest'
import { about, loadMessages } from './load.ts'
import { outcomeOf, standingAfter } from './outcome.fixture.ts'

// `npm run messages` tries each wording behind all threads of its shape. Here each is tried behind one of them.
describe.each(loadMessages())('$thread', ({ thread, wordings, others }) => {
  const tried = wordings.map((wording, index) => {
    const other = [{}, ...others][index % (others.length + 1)] ?? {}
    return { ...wording, text: about(wording.text, other), thread: thread.map((text) => about(text, other)) }
  })
  const outcomes = (text: string, [...before]: readonly string[]) => {
    const plain = before.pop() ?? ''
    const standing = standingAfter(before)
    return { means: outcomeOf(plain, standing), found: outcomeOf(text, standing) }
  }
  test.for(tried.filter(({ open }) => !open))('is said by “$text”', ({ text, thread: behind }) => {
    const { means, found } = outcomes(text, behind)
    expect(found.comesTo).toBe(means.comesTo)
  })
  const open = tried.filter((one) => one.open)
  test.skipIf(open.length === 0).for(open)('comes to nothing else by “$text”', ({ text, thread: behind }) => {
    const { means, found } = outcomes(text, behind)
    const acts = found.kind === 'criteria' || found.kind === 'command'
    expect(acts && found.comesTo).toBeOneOf([false, means.comesTo])
  })
})
