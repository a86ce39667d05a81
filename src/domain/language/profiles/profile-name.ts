import { type Reading, wordAt } from '../grammar/reading.ts'

/** What ends a name: the rest says more than whom it is about. */
const ENDS =
  /^(?:,|;|:|\.|\(|-|—|with|using|who|that|which|whose|and|but|exclude|excluding|prefer|ideally|must|where)$/
const LONGEST = 60

/** A name for a profile whose description begins here: the first words of it. */
export function nameOf(reading: Reading, from: number): string {
  let to = from
  while (to < reading.tokens.length && !ENDS.test(wordAt(reading, to))) to++
  const end = reading.tokens[Math.max(to, from + 1) - 1]?.end ?? 0
  const text = reading.text
    .slice(reading.tokens[from]?.start ?? 0, end)
    .trim()
    .slice(0, LONGEST)
  return text === '' ? 'New profile' : text.charAt(0).toUpperCase() + text.slice(1)
}
