import type { Message } from './read-message.ts'
import type { Stretch } from './unplaced.ts'

/** A message without some stretches of it; `joint` takes what joins one to the text before it from that text. */
export function textWithout(
  { text, reading }: Message,
  stretches: readonly Stretch[],
  joint: (before: string) => string,
): string {
  let rest = ''
  let at = 0
  for (const [from, to] of stretches) {
    const start = reading.tokens[from]?.start ?? at
    rest += joint(text.slice(at, start))
    at = reading.tokens[to - 1]?.end ?? start
  }
  return rest + text.slice(at)
}
