import { entityOf } from '../criteria/entity.ts'
import { isCondition } from '../criteria/node.ts'
import { parseCriteria } from '../criteria/parse.ts'
import type { Criteria } from '../criteria/schema.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { conclude, type Read, TOO_LARGE, tooLarge, unique } from './conclude.ts'
import { conjuncts, type Edit, narrowing, replacing } from './follow-ups/edit.ts'
import {
  addValues,
  excludesEachOther,
  holding,
  isDenied,
  matchingIn,
  valuesOf,
} from './follow-ups/edit-values.ts'
import { liesWithin } from './follow-ups/places-within.ts'
import type { SaidPart } from './follow-ups/refined.ts'
import { type Assumed, assumedBy, saidOf } from './grammar/assumed.ts'
import type { Sentence } from './grammar/clauses.ts'
import { isPartlyDenied } from './grammar/denied.ts'
import { type Marks, mark } from './grammar/marks.ts'
import type { Interpretation, Option } from './interpretation.ts'
import type { Message } from './read-message.ts'
import { rankedBefore } from './rank-scope.ts'
import { markPhrases, receiptOf } from './receipt.ts'
import type { Situation } from './situation.ts'

/** What a follow-up's words did: those that name what came in, and those that say what to do with it. */
function editReceipt(
  message: Message,
  { says, put, taken }: Edit,
  said: SaidPart,
  assumptions: readonly Assumed[],
) {
  const { situation, tokens } = message.reading
  const words = (parts: readonly Criteria[]) => parts.map((part) => situation.describe(part)).join(' and ')
  const marks: Marks = []
  const done = put.length === 0 && taken.length > 0 ? `${says}: ${words(taken)}` : says
  mark(marks, 0, tokens.length, 'command', done)
  if (put.length > 0) mark(marks, said.from, said.to, 'condition', words(put))
  return receiptOf(message, marks, assumptions)
}

const receiptOfSentence = (message: Message, sentence: Sentence) =>
  receiptOf(message, markPhrases(sentence, message.reading.situation))

export function edited(
  message: Message,
  edit: Edit,
  said: SaidPart,
  assumptions: readonly Assumed[],
): Interpretation {
  const receipt = editReceipt(message, edit, said, assumptions)
  if (tooLarge(edit.criteria)) return { kind: 'refused', reason: TOO_LARGE, missing: [], receipt }
  const { naming } = message
  return {
    kind: 'criteria',
    intent: naming === undefined ? 'refine' : 'create',
    criteria: parseCriteria(edit.criteria),
    assumptions: unique(saidOf(assumptions)),
    receipt,
    ...(naming === undefined ? {} : { name: naming.name }),
  }
}

/** A change that several parts of the criteria could take: each is offered, to be chosen by its count. */
export function whichChange(
  message: Message,
  { question, edits }: { readonly question: string; readonly edits: readonly Edit[] },
  current: Criteria,
): Interpretation {
  const { situation, tokens } = message.reading
  const marks: Marks = []
  mark(marks, 0, tokens.length, 'command', question)
  return {
    kind: 'question',
    question,
    options: edits
      .filter(({ criteria }) => !tooLarge(criteria))
      .map((edit) => ({
        label: labelOf(edit, edits, situation),
        text: inFull(edit.criteria, situation),
        criteria: edit.criteria,
      })),
    partial: current,
    receipt: receiptOf(message, marks),
  }
}

/** Criteria said in full, so that they mean the same whatever is at hand. */
const inFull = (criteria: Criteria, { describe }: Situation): string =>
  `${ENTITY_WORDS[entityOf(criteria)].subject} ${describe(criteria)}`

/** What comes in, or what goes; with what is done where the same comes in each time. */
function labelOf({ says, put, taken }: Edit, among: readonly Edit[], { describe }: Situation): string {
  const words = (parts: readonly Criteria[]) => parts.map((part) => describe(part)).join(' and ')
  const mine = words(put)
  const alone = put.length > 0 && among.filter((other) => words(other.put) === mine).length === 1
  return alone ? mine : `${says}: ${mine === '' ? words(taken) : mine}`
}

/** "in Germany", "with a phone number": no request by itself. */
const FRAGMENT =
  /^(?:(?:and|but|so|ok|now) )?(?:how many (?:is|are|was|were|would) (?:that|it|this|those|they)(?: be)? )?(?:in|outside|from|at|on|with|without|within|using|living|who live|based|located|aged|under|over|above|below|whose|where|at least|at most|min|minimum|more than|less than|fewer than|no more than)\b/iu
/** "joined in 2024", "never opened an e-mail": said of somebody who is not named, and so of the people at hand. */
const DEED =
  /^(?:and |but )?(?:[a-z]+ed|bought|spent|got|made|went|came|saw|read|paid|had|have|has|never|haven['’]t|hasn['’]t|didn['’]t|did|do|does|can|live|lives|not|no)\b/iu
export const saysDeed = (text: string): boolean => DEED.test(text.trim())
/** "VIPs, and only if they ordered this year" */
const ONLY_IF = /\bonly (?:if|when|where|as long as) (?:they|he|she)\b/iu
/** Where few words could also begin anew. */
export const NARROWS = 'This narrows the people at hand; “start over: …” begins anew.'

/** A few words that may narrow what is at hand or begin anew; those that have no subject of their own narrow it. */
export function narrowOrAnew(
  message: Message,
  sentence: Sentence,
  current: Criteria,
  again: Read['again'],
): Interpretation {
  const { situation } = message.reading
  const read = conclude({ message, sentence, intent: 'count', assumptions: [], again })
  if (read.kind !== 'criteria') return read
  const narrower = conjuncts(current).some((held) => liesWithin(read.criteria, held))
  const listed = narrower ? undefined : amended(message, sentence, current, read.criteria)
  if (listed !== undefined) return listed
  const both: Criteria = { all: [...conjuncts(current), ...conjuncts(read.criteria)] }
  const isNew = conjuncts(read.criteria).every((part) =>
    matchingIn(current, part).every((held) => liesWithin(part, held) || isPartlyDenied(held)),
  )
  if (isNew && (FRAGMENT.test(message.text.trim()) || saysDeed(message.text) || ONLY_IF.test(message.text))) {
    const said = { from: 0, to: message.reading.tokens.length }
    const edit = narrowing(current, read.criteria, 'this as well')
    const ranked = rankedBefore(current, edit.criteria)
    const stated = assumedBy([NARROWS, ...(ranked === undefined ? [] : [ranked])], said.from, said.to)
    return edited(message, edit, said, [...sentence.assumptions, ...stated])
  }
  return {
    kind: 'question',
    question: 'Should this narrow the people at hand, or begin anew?',
    options: [
      {
        label: `narrow: ${situation.describe(both)}`,
        text: `only those who ${message.text.trim()}`,
        criteria: both,
      },
      {
        label: `begin anew: ${situation.describe(read.criteria)}`,
        text: `start over: ${message.text.trim()}`,
        criteria: read.criteria,
      },
    ],
    partial: current,
    receipt: receiptOfSentence(message, sentence),
  }
}

export function unclearChange(
  message: Message,
  sentence: Sentence,
  current: Criteria,
  again: Read['again'],
): Interpretation {
  const { situation } = message.reading
  const read = conclude({ message, sentence, intent: 'count', assumptions: [], again })
  if (read.kind === 'refused') return read
  if (read.kind === 'question') return { ...read, partial: current }
  const options: Option[] = []
  if (read.kind === 'criteria') {
    options.push(
      {
        label: 'only those who meet this as well',
        text: `only those who ${message.text.trim()}`,
        criteria: { all: [current, read.criteria] },
      },
      {
        label: 'these people in addition',
        text: `or people who ${message.text.trim()}`,
        criteria: { any: [current, read.criteria] },
      },
    )
  }
  return {
    kind: 'question',
    question: `How should that change the people at hand, who ${situation.describe(current)}?`,
    options,
    partial: current,
    receipt: receiptOfSentence(message, sentence),
  }
}

/**
 * A value of a field that is asked for already, of which everybody has one: "Germany or Austria" of people in Germany
 * names more of them; "Spain" can't narrow people in France, so it is asked whether it stands in for it or joins it.
 */
function amended(
  message: Message,
  sentence: Sentence,
  current: Criteria,
  next: Criteria,
): Interpretation | undefined {
  const [shown, ...more] = 'none' in next ? next.none : []
  if (shown !== undefined && more.length === 0) return denied(message, sentence, current, shown)
  const [part, ...others] = matchingIn(current, next).filter((held) => excludesEachOther(held, next))
  if (part === undefined || others.length > 0 || !isCondition(next)) return undefined
  const said = message.text.trim().replace(/[.!?]+$/, '')
  const held = valuesOf(part) ?? []
  const values = valuesOf(next) ?? []
  const instead = replacing(current, part, next, 'these instead')
  if (instead === undefined) return undefined
  if (held.every((value) => values.includes(value)))
    return edited(message, instead, { from: 0, to: message.reading.tokens.length }, sentence.assumptions)
  const { describe } = message.reading.situation
  const both = addValues(current, next, 'too')
  const narrower = values.every((value) => held.includes(value))
  return amendments(message, sentence, current, [
    {
      label: `${narrower ? 'only these' : 'instead'}: ${describe(instead.criteria)}`,
      text: narrower ? `only ${said}` : `${said} instead`,
      criteria: instead.criteria,
    },
    ...(both?.kind === 'edit' && !narrower
      ? [
          {
            label: `as well: ${describe(both.edit.criteria)}`,
            text: `${said} too`,
            criteria: both.edit.criteria,
          },
        ]
      : []),
    { label: `begin anew: ${describe(next)}`, text: `start over: ${said}`, criteria: next },
  ])
}

/** "anywhere but France" of people in France: the opposite of what is at hand, or something new. */
function denied(
  message: Message,
  sentence: Sentence,
  current: Criteria,
  shown: Criteria,
): Interpretation | undefined {
  const [part, ...others] = holding(current, shown).filter((held) => !isDenied(current, held))
  const next: Criteria = { none: [shown] }
  const instead =
    part === undefined || others.length > 0 ? undefined : replacing(current, part, next, 'the opposite')
  if (instead === undefined) return undefined
  if (isCondition(current))
    return edited(message, instead, { from: 0, to: message.reading.tokens.length }, sentence.assumptions)
  const { describe } = message.reading.situation
  const said = message.text.trim().replace(/[.!?]+$/, '')
  return amendments(message, sentence, current, [
    {
      label: `instead: ${describe(instead.criteria)}`,
      text: `${said} instead`,
      criteria: instead.criteria,
    },
    { label: `begin anew: ${describe(next)}`, text: `start over: ${said}`, criteria: next },
  ])
}

function amendments(
  message: Message,
  sentence: Sentence,
  current: Criteria,
  options: readonly Option[],
): Interpretation {
  const { describe } = message.reading.situation
  return {
    kind: 'question',
    question: `How should that change the people at hand, who ${describe(current)}?`,
    options,
    partial: current,
    receipt: receiptOfSentence(message, sentence),
  }
}
