import { describe, expect, test } from 'vitest'
import { LEXICON } from '../grammar/phrase.ts'
import { FRAMES } from './frames.ts'
import { loadWordings } from './load.ts'
import { plainly, readIn } from './read.fixture.ts'

const wordsBefore = new Set(LEXICON.keys())

// `npm run wordings` tries each wording in all sentences, and in pairs. Here each is tried in one of them.
describe.each(loadWordings())('“$means”', ({ means: text, request, wordings }) => {
  const means = { text, criteria: plainly(request) }
  const tried = wordings.flatMap((wording, index) =>
    FRAMES[wording.form]
      .filter((_, at, { length }) => at === index % length)
      .map((frame) => ({ ...wording, frame, in: frame.text })),
  )
  test.for(tried.filter(({ open }) => !open))('is “$text” in “$in”', ({ text: wording, frame }) => {
    expect(readIn(frame, wording, means)).toMatchObject({ kind: 'same' })
  })
  const open = tried.filter((one) => one.open)
  test.skipIf(open.length === 0).for(open)('is never another than “$text”', ({ text: wording, frame }) => {
    expect(readIn(frame, wording, means)).not.toMatchObject({ kind: 'other' })
  })
})

// A phrase that a parser builds as it reads is built at every word, and makes typos of its words depend on what was read.
test('reading builds no phrase', () => {
  expect([...LEXICON.keys()].filter((word) => !wordsBefore.has(word))).toEqual([])
})
