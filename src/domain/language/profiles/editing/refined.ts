import { criteriaKey } from '../../../criteria/same.ts'
import { isCondition } from '../../../criteria/node.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { leavesOf } from '../../../criteria/walk.ts'
import { subjectOf } from '../../../conditions/facets/subject.ts'
import { asFilters } from '../../../profiles/as-parameters.ts'
import type { Parameter, ProfileParameters } from '../../../profiles/parameter.ts'
import type { Read } from '../../conclude.ts'
import { followUp } from '../../follow-up.ts'
import { conjuncts } from '../../follow-ups/edit.ts'
import type { Reading } from '../../grammar/reading.ts'
import type { Interpretation } from '../../interpretation.ts'
import type { Message } from '../../read-message.ts'
import type { Edited } from './edit.ts'

/** Asks for people or says what there is, and changes nothing. */
const ASKS =
  /\?|^\s*(?:so\s+|and\s+|ok(?:ay)?,?\s+)*(?:how|which|who|whos|whose|what|whats|where|why|when|is|are|do|does|did|show|list|find|count|give me|get me|tell|compare|explain|can i|could i)\b/iu

/**
 * A change as it is said of any criteria at hand: “add the Netherlands”, “swap HubSpot for Salesforce”, “make it over
 * 30%”, “only Germany”. What it does to all that the parameters hold is done to the parameters. Undefined where it is
 * no such change, or where it can’t be told which parameter became which.
 */
export function refined(
  message: Message,
  edit: Reading,
  parameters: ProfileParameters,
  again: Read['again'],
): Edited | undefined {
  if (ASKS.test(message.text)) return undefined
  const held = parameters.map(asHeld)
  const [only, ...others] = held
  if (only === undefined) return undefined
  const current: Criteria = others.length === 0 ? only : { all: held }
  const read = followUp({ ...message, reading: edit }, current, { again, anew: again, fresh: () => NOTHING })
  if (read.kind !== 'criteria' || read.intent !== 'refine') return undefined
  const next = changedBy(parameters, conjuncts(read.criteria))
  return next && { parameters: next, assumptions: read.assumptions }
}

const asHeld = ({ mode, criteria }: Parameter): Criteria =>
  mode === 'exclude' ? { none: [criteria] } : criteria

/** A request that stands by itself changes nothing here. */
const NOTHING: Interpretation = { kind: 'talk', topic: 'greeting', receipt: [] }

/** The parameters after what they hold together became this. */
function changedBy(parameters: ProfileParameters, now: readonly Criteria[]): ProfileParameters | undefined {
  const left = [...now]
  const gone: Parameter[] = []
  for (const one of parameters) {
    const at = left.findIndex((part) => criteriaKey(part) === criteriaKey(asHeld(one)))
    if (at < 0) gone.push(one)
    else left.splice(at, 1)
  }
  const next: Parameter[] = []
  for (const one of parameters) {
    if (!gone.includes(one)) {
      next.push(one)
      continue
    }
    const fitting = left.filter((part) => gone.length === 1 || about(part) === about(asHeld(one)))
    const [instead, ...more] = fitting
    if (instead === undefined) continue
    if (more.length > 0 && gone.length > 1) return undefined
    for (const part of fitting) {
      left.splice(left.indexOf(part), 1)
      next.push(...asFilters(part).map((filter) => inModeOf(one, filter)))
    }
  }
  // Several that are gone, and something new that is about none of them: nobody knows what it stands for.
  if (left.length > 0 && gone.length > 1) return undefined
  return [...next, ...left.flatMap(asFilters)]
}

/** What was preferred stays preferred; what became the opposite is left out. */
const inModeOf = (one: Parameter, next: Parameter): Parameter =>
  one.mode === 'score' && next.mode === 'filter'
    ? { mode: 'score', criteria: next.criteria, weight: one.weight }
    : next

/** What criteria are about, where that is one thing. */
function about(criteria: Criteria): string {
  const inner = !isCondition(criteria) && 'none' in criteria ? criteria.none : [criteria]
  return [
    ...new Set(inner.flatMap((one) => leavesOf(one)).map(({ condition }) => subjectOf(condition))),
  ].join(' ')
}
