import type { Criteria } from '#domain/criteria/schema.ts'
import { leavesOf } from '#domain/criteria/walk.ts'
import type { Interpretation } from '#domain/language/interpretation.ts'
import { commandMove } from './commands.ts'
import type { HeardTurn, Step } from './heard.ts'
import { call, failed, type Move, say, tell } from './move.ts'
import { previewIn } from './results.ts'
import { SAY, sayPreview, sayProblem, unfenced } from './say.ts'
import { nameFromWords } from './segment-name.ts'

/** The next move in a turn, given how its message was read and what was done about it so far. */
export function nextMove(read: Interpretation, turn: HeardTurn, before: readonly HeardTurn[]): Move {
  const move = moveOf(read, turn, before)
  const note = 'note' in read ? read.note : undefined
  return note !== undefined && 'say' in move ? say(`${move.say}\n\n${note}`) : move
}

function moveOf(read: Interpretation, { text, steps }: HeardTurn, before: readonly HeardTurn[]): Move {
  switch (read.kind) {
    case 'criteria':
      return asksForBest(text, read.criteria) ? bestMove(read, steps) : criteriaMove(read, steps)
    case 'question':
      return questionMove(read, steps)
    case 'command':
      return commandMove(read.command, steps, before)
    case 'refused': {
      const { reason, missing } = read
      return steps.length === 0 ? call('answer_unsupported', { reason, missing }) : say(reason)
    }
    case 'talk':
      return say(SAY[read.topic])
  }
}

type Read<K extends Interpretation['kind']> = Interpretation & { readonly kind: K }

/** Counts; then, when it was asked for, drafts a segment from exactly that preview. */
function criteriaMove(
  { criteria, assumptions, intent, name }: Read<'criteria'>,
  steps: readonly Step[],
): Move {
  const [counted, drafted] = steps
  if (counted === undefined) return call('validate_criteria', { criteria, assumptions })
  if ('error' in counted.answer && counted.answer.error.code === 'input') return refusing(counted, drafted)
  const preview = previewIn(counted)
  if (intent !== 'create' || preview === undefined) return tell(counted)
  if (drafted !== undefined) return tell(drafted)
  return call('create_segment', { preview_id: preview.id, name: name ?? nameFromWords(preview.words) })
}

const BEST = /\b(?:best|top|highest|lowest|bottom|who|which|list|show)\b/iu

/** Who scores highest is named, and not counted alone. */
const asksForBest = (text: string, criteria: Criteria): boolean =>
  BEST.test(text) &&
  leavesOf(criteria).some(({ condition }) => SCORED.has(condition.type)) &&
  !/\bhow many\b/iu.test(text)

const SCORED = new Set<string>([
  'company_rank',
  'person_rank',
  'company_profile',
  'person_profile',
  'customer_profile',
])

/** As many as were asked for, where that can be read at a glance. */
function listedOf(criteria: Criteria): number {
  const tops = leavesOf(criteria).flatMap(({ condition }) => ('top' in condition ? [condition.top] : []))
  const [most = 10] = tops.filter((top): top is number => typeof top === 'number')
  return Math.min(most, MOST_LISTED)
}
const MOST_LISTED = 50

/** Counts, then lists those with the highest scores beside the count. */
function bestMove(read: Read<'criteria'>, steps: readonly Step[]): Move {
  const [counted, listed] = steps
  const preview = counted && previewIn(counted)
  if (counted === undefined || preview === undefined || read.intent === 'create')
    return criteriaMove(read, steps)
  if (preview.count === 0) return tell(counted)
  if (listed === undefined)
    return call('list_best', { preview_id: preview.id, limit: listedOf(read.criteria) })
  return failed(listed) ? tell(counted) : say(`${sayPreview(preview)}\n\n${unfenced(listed.answer.content)}`)
}

/** Criteria that this workspace's data can't answer: said as a refusal, and not only as what went wrong. */
function refusing({ answer }: Step, refused: Step | undefined): Move {
  const reason = sayProblem(answer).slice(0, 1000)
  const missing = 'error' in answer ? [answer.error.message.slice(0, 200)] : []
  return refused === undefined ? call('answer_unsupported', { reason, missing }) : say(reason)
}

/** Counts the readings that can be counted, so that people choose between numbers, then asks. */
function questionMove({ question, options }: Read<'question'>, steps: readonly Step[]): Move {
  const countable = options.filter(({ criteria }) => criteria !== undefined)
  if (steps.length < countable.length) {
    return {
      calls: countable
        .slice(steps.length)
        .map(({ criteria }) => ({ tool: 'validate_criteria', input: { criteria, assumptions: [] } })),
    }
  }
  const previews = new Map(
    countable.map((option, at) => {
      const step = steps[at]
      return [option, step && previewIn(step)]
    }),
  )
  const asked = steps[countable.length]
  if (asked === undefined) {
    const readings = options.map((option) => {
      const preview = previews.get(option)
      return { label: option.label, text: option.text, ...(preview && { preview_id: preview.id }) }
    })
    return call('suggest_readings', { question, options: readings })
  }
  // The readings stand beside the question, on its card or in the terminal.
  return failed(asked) ? tell(asked) : say(question)
}
