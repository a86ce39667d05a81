import type { Criteria } from '#domain/criteria/schema.ts'
import type { Interpretation } from '#domain/language/interpretation.ts'
import type { Preview } from '#domain/previews/schema.ts'
import type { HeardTurn, Step } from './heard.ts'
import { criteriaIn, previewIn, segmentIn } from './results.ts'

/** What stands before a message: what "now only France", "delete it" and "save it" are about. */
export interface AtHand {
  readonly criteria?: Criteria
  /** The id of the segment spoken of last. */
  readonly segment?: string
}

/** The interpreter, with everything but the conversation already given to it. */
export type Interpret = (text: string, atHand: AtHand) => Interpretation

/** What the turns leave at hand for the message after them. */
export function atHandAfter(turns: readonly HeardTurn[], interpret: Interpret): AtHand {
  let atHand: AtHand = {}
  for (const turn of turns) {
    if (askedBack(turn) && startsOver(turn, atHand, interpret)) {
      const { criteria: _, ...rest } = atHand
      atHand = rest
      continue
    }
    const criteria = askedBack(turn) ? clearPart(turn, atHand, interpret) : lastStep([turn], criteriaIn)
    const segment = lastStep([turn], segmentIn)
    atHand = { ...atHand, ...(criteria && { criteria }), ...(segment && { segment }) }
  }
  return atHand
}

/** The preview that "save it" means: what was counted last, other than to ask a question. */
export const previewAtHand = (turns: readonly HeardTurn[]): Preview | undefined =>
  lastStep(
    turns.filter((turn) => !askedBack(turn)),
    previewIn,
  )

/** The last of what steps of the conversation gave. */
export const lastStep = <T>(
  turns: readonly HeardTurn[],
  read: (step: Step) => T | undefined,
): T | undefined =>
  turns.flatMap(({ steps }) => steps.map(read).filter((found) => found !== undefined)).at(-1)

/** Previews of such a turn count readings that nobody has chosen. */
const askedBack = ({ steps }: HeardTurn): boolean => steps.some(({ tool }) => tool === 'suggest_readings')

function startsOver(turn: HeardTurn, before: AtHand, interpret: Interpret): boolean {
  const read = interpret(turn.text, before)
  return read.kind === 'command' && read.command.do === 'start_over'
}

/** What was clear in a message that led to a question must not be lost by the answer to it. */
function clearPart(turn: HeardTurn, before: AtHand, interpret: Interpret): Criteria | undefined {
  const read = interpret(turn.text, before)
  return read.kind === 'question' ? read.partial : undefined
}
