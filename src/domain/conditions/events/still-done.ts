import { type Doubt, question } from '../../language/grammar/meaning.ts'
import { type Reading, said } from '../../language/grammar/reading.ts'

/** "still opens our e-mails": lately, which has no number, and not at any time. */
export function stillDone(reading: Reading, from: number, end: number): Doubt | undefined {
  const { tokens } = reading
  if (tokens[from - 1]?.word !== 'still' || !/(?:ing|s)$/.test(tokens[from]?.word ?? '')) return undefined
  const words = said(reading, from, end)
  return question(
    from,
    end,
    `“still ${words}”: since when?`,
    [30, 90].map((n) => [`in the last ${n} days`, `${words} in the last ${n} days`] as const),
  )
}
