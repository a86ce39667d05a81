import type { Kind, Outcome } from '../outcome.ts'
import { missed, type Score, wrong } from '../scorers/verdict.ts'

/** Where a turn came to another kind of outcome than it should: people that nobody asked for mislead. */
export function scoreKind(due: readonly Kind[], { kind, words, text }: Outcome): Score | undefined {
  if (due.includes(kind)) return undefined
  const line = `${kind} where ${due.join(' or ')} was due: ${(words ?? text).replaceAll(/\s+/g, ' ').slice(0, 160)}`
  const shows = kind === 'preview' || kind === 'proposal'
  return shows && !due.includes('preview') && !due.includes('proposal') ? wrong(line) : missed(line)
}
