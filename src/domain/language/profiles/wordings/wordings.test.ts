import { describe, expect, test } from 'vitest'
import { wordingsIn } from '../../wordings/load.ts'
import { FORMS } from './frame.ts'
import { framesOf, meaningOf, readIn } from './read.fixture.ts'

// `npm run wordings:profiles` tries each wording in all sentences. Here each is tried in one of them.
describe.each(wordingsIn(import.meta.dirname, FORMS))('“$means”', ({ file, means, wordings }) => {
  const meaning = meaningOf(file, means)
  const tried = wordings.flatMap((wording, index) =>
    framesOf(meaning, wording.form)
      .filter((_, at, { length }) => at === index % length)
      .map((frame) => ({ ...wording, frame, in: frame.text })),
  )
  test.for(tried.filter(({ open }) => !open))('is “$text” in “$in”', ({ text, frame }) => {
    expect(readIn(frame, text, meaning)).toMatchObject({ kind: 'same' })
  })
  const open = tried.filter((one) => one.open)
  test.skipIf(open.length === 0).for(open)('is never another than “$text”', ({ text, frame }) => {
    expect(readIn(frame, text, meaning)).not.toMatchObject({ kind: 'other' })
  })
})
