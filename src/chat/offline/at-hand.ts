import type { Criteria } from '#domain/criteria/schema.ts'
import type { BreakdownBy } from '#domain/insights/schema.ts'
import type { Command, Interpretation, Option } from '#domain/language/interpretation.ts'
import type { Preview } from '#domain/previews/schema.ts'
import { asksBack, earlierIn } from './back.ts'
import type { HeardTurn, Step } from './heard.ts'
import {
  criteriaIn,
  draftIn,
  figuresIn,
  isOfProfiles,
  previewIn,
  profileIn,
  proposalIn,
  redraftedBy,
  revisionIn,
  segmentIn,
  shownIn,
} from './results.ts'

/** What stands before a message: what "now only France", "delete it" and "save it" are about. */
export interface AtHand {
  readonly criteria?: Criteria
  /** The id of the segment spoken of last. */
  readonly segment?: string
  /** The ICP or persona spoken of last, by its id, or by the name it gets once a human has confirmed it. */
  readonly profile?: string
  /** The last turn was about ICPs and personas. */
  readonly talksOfProfiles?: boolean
  /** Proposals that would make ICPs and personas, without those that another one was drafted in place of. */
  readonly drafts?: readonly string[]
  /** The last proposals that would change parameters of ICPs and personas, by the id of what they change. */
  readonly revisions?: Readonly<Record<string, string>>
  /** How figures were broken down, where the last turn was of figures. */
  readonly figures?: readonly BreakdownBy[]
  /** What the last turn asked back. */
  readonly question?: string
  /** What could be chosen, where the last turn asked back. */
  readonly asked?: readonly Option[]
  /** A list that the last turn showed, or the two groups that it compared. */
  readonly shown?: readonly Criteria[]
  /** What was at hand before, oldest first: "both together" speaks of two of them. */
  readonly earlier?: readonly Criteria[]
}

/** The interpreter, with everything but the conversation already given to it. */
export type Interpret = (text: string, atHand: AtHand) => Interpretation

/** What the turns leave at hand for the message after them. */
export function atHandAfter(turns: readonly HeardTurn[], interpret: Interpret): AtHand {
  let atHand: AtHand = {}
  for (const [at, turn] of turns.entries()) {
    const drafted = mayTakeBack(turn) ? lastStep(turns.slice(0, at), proposalIn)?.id : undefined
    const read = asksBack(turn) || drafted !== undefined ? interpret(turn.text, atHand) : undefined
    // What was asked last is answered by the next message or not at all.
    const {
      question: _question,
      asked: _asked,
      figures: _figures,
      shown: _shown,
      talksOfProfiles: talked,
      revisions: revised = {},
      ...before
    } = atHand
    if (read?.kind === 'command' && read.command.do === 'start_over') {
      const { criteria: _criteria, ...rest } = before
      atHand = rest
      continue
    }
    // What was clear in a message that led to a question must not be lost by the answer to it.
    const question = asksBack(turn) && read?.kind === 'question' ? read : undefined
    const criteria = asksBack(turn) ? question?.partial : lastStep([turn], criteriaIn)
    const segment = lastStep([turn], segmentIn)
    const figures = lastStep([turn], figuresIn)
    const shown = lastStep([turn], shownIn)
    const profile = lastStep([turn], profileIn)
    const revision = lastStep([turn], revisionIn)
    // The conversation goes on as if what was taken back had not been drafted.
    const taken = read?.kind === 'command' && TAKES_BACK.has(read.command.do) ? drafted : undefined
    const revisions = without({ ...revised, ...revision }, taken)
    atHand = {
      ...before,
      ...(Object.keys(revisions).length > 0 && { revisions }),
      ...(criteria && { criteria }),
      ...(segment && { segment }),
      ...(figures && { figures }),
      ...(shown && { shown }),
      ...(profile && { profile }),
      ...draftsAfter(
        turn,
        before.drafts?.filter((id) => id !== taken),
      ),
      // What was asked about a profile leaves the talk there.
      ...((turn.steps.some(isOfProfiles) ||
        (talked === true && (asksBack(turn) || turn.steps.length === 0))) && {
        talksOfProfiles: true,
      }),
      ...(question && { question: question.question, asked: question.options }),
    }
  }
  const earlier = earlierIn(turns)
  return earlier.length === 0 ? atHand : { ...atHand, earlier }
}

/** Whether a turn may have taken a proposal back that only waits: it looked at one, or did nothing. */
const mayTakeBack = ({ steps }: HeardTurn): boolean =>
  steps.length === 0 || (steps.length === 1 && steps[0]?.tool === 'get_proposal')

const TAKES_BACK = new Set<Command['do']>(['undo', 'back', 'cancel'])

const without = (
  revisions: Readonly<Record<string, string>>,
  gone: string | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(revisions).filter(([, id]) => id !== gone))

function draftsAfter({ steps }: HeardTurn, before: readonly string[] = []): Pick<AtHand, 'drafts'> {
  const drafts = steps.reduce<readonly string[]>((all, step) => {
    const made = draftIn(step)
    const replaced = redraftedBy(step)
    return made === undefined ? all : [...all.filter((id) => id !== replaced), made]
  }, before)
  return drafts.length === 0 ? {} : { drafts }
}

/** The preview that "save it" means: what was counted last, other than to ask a question. */
export const previewAtHand = (turns: readonly HeardTurn[]): Preview | undefined =>
  lastStep(
    turns.filter((turn) => !asksBack(turn)),
    previewIn,
  )

/** The last of what steps of the conversation gave. */
export const lastStep = <T>(
  turns: readonly HeardTurn[],
  read: (step: Step) => T | undefined,
): T | undefined =>
  turns.flatMap(({ steps }) => steps.map(read).filter((found) => found !== undefined)).at(-1)
