import { cardChunk, cardsToShow, type MusterChunk, type ToolOutcome } from './cards.ts'
import type { TurnProblem } from './message.ts'

/** Follows a turn as it is written: keeps what tools gave and what was said, and puts cards in their place. */
export interface TurnWatch {
  readonly outcomes: readonly ToolOutcome[]
  /** Everything said so far. */
  text(): string
  /** A tool has answered. */
  gave(outcome: ToolOutcome): void
  /** A chunk of the model's answer goes to the reader. */
  pass(chunk: MusterChunk): void
  /** The end: cards not yet shown, and why it came early. */
  end(problem: TurnProblem | undefined): void
}

export function watchTurn(write: (chunk: MusterChunk) => void): TurnWatch {
  const outcomes: ToolOutcome[] = []
  const said: string[] = []
  let shown = 0

  // Cards stand before the words about them, and are chosen together once the model has stopped calling tools.
  const showCards = () => {
    for (const card of cardsToShow(outcomes.slice(shown))) write(cardChunk(card))
    shown = outcomes.length
  }

  const pass = (chunk: MusterChunk) => {
    if (chunk.type === 'text-start') {
      showCards()
      said.push('')
    }
    if (chunk.type === 'text-delta') said.push((said.pop() ?? '') + chunk.delta)
    write(chunk)
  }

  return {
    outcomes,
    text: () =>
      said
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n\n'),
    gave: (outcome) => void outcomes.push(outcome),
    pass,
    end(problem) {
      showCards()
      if (problem === undefined) return
      const id = 'problem'
      pass({ type: 'text-start', id })
      pass({ type: 'text-delta', id, delta: `${problem.message}. ${problem.next}` })
      pass({ type: 'text-end', id })
      write({ type: 'data-problem', data: problem })
    },
  }
}
