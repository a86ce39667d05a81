import { parseCriteria } from '../criteria/parse.ts'
import { allLeavesOf, nestedIn } from '../criteria/nested.ts'
import { isCondition } from '../criteria/node.ts'
import { type Criteria, MAX_CONDITIONS, MAX_DEPTH } from '../criteria/schema.ts'
import { groupOf } from '../criteria/walk.ts'
import { definitionOf } from '../conditions/index.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import { joinWords } from '#kernel/text.ts'
import { type Assumed, assumedBy, saidOf } from './grammar/assumed.ts'
import type { Sentence } from './grammar/clauses.ts'
import { type Marks, mark } from './grammar/marks.ts'
import type { Doubt } from './grammar/meaning.ts'
import { spentBeside } from './grammar/spend-beside.ts'
import { type Built, build } from './grammar/tree.ts'
import { ordersTold } from './intents/stretches.ts'
import type { Interpretation, Option } from './interpretation.ts'
import type { Message } from './read-message.ts'
import type { Situation } from './situation.ts'
import { nearValues, unplacedQuestion } from './unplaced.ts'
import { rankedBeside } from './rank-scope.ts'
import { withoutUnplaced } from './without-unplaced.ts'
import { conventionsIn, markPhrases, receiptOf } from './receipt.ts'

export interface Read {
  readonly message: Message
  readonly sentence: Sentence
  readonly intent: 'count' | 'create'
  readonly assumptions: readonly Assumed[]
  /** Interprets an option's text, so that it can be counted. */
  again(text: string): Interpretation | undefined
}

/** Criteria when every word is accounted for; else a question about what is not, or a refusal that names it. */
export function conclude({ message, sentence, intent, assumptions, again }: Read): Interpretation {
  const { situation } = message.reading
  const built: Built = sentence.node === undefined ? { assumptions: [] } : build(sentence.node)
  const marks = markPhrases(sentence, situation)
  const partial = built.criteria === undefined ? {} : { partial: built.criteria }
  const doubts = sentence.doubts.filter((doubt) => !isSettled(doubt, built.criteria))
  for (const { from, to } of sentence.doubts.filter((doubt) => !doubts.includes(doubt)))
    mark(marks, from, to, 'ignored', SETTLED)
  const receipt = receiptOf(message, marks)
  const missing = doubts.filter((doubt) => doubt.kind === 'missing')
  if (missing.length > 0) {
    const names = [...new Set(missing.map((doubt) => doubt.missing ?? ''))]
    const reasons = [...new Set(missing.map(({ says }) => says))].map((says) => {
      const said = new Set(missing.filter((one) => one.says === says).map((one) => quoted(message, one)))
      return `${joinWords([...said], 'and')}: ${says}`
    })
    const [rest] = withoutUnplaced(
      message,
      missing.map(({ from, to }) => [from, to]),
      (label, text) => optionOf(label, text, again),
    )
    if (rest !== undefined) reasons.push(`The rest can be counted by itself: “${rest.text}”.`)
    return { kind: 'refused', reason: reasons.join(' '), missing: names, receipt }
  }
  const [doubt] = doubts
  if (doubt !== undefined)
    return {
      kind: 'question',
      question: doubt.says,
      options: optionsOf(message, doubt, again),
      ...partial,
      receipt,
    }
  const lacking = missingColumns(built.criteria, situation)
  if (lacking.length > 0) {
    const { one } = ENTITY_WORDS[message.reading.entity]
    return {
      kind: 'refused',
      reason: `The data holds no ${joinWords(lacking, 'or')} of any ${one}.`,
      missing: lacking,
      receipt,
    }
  }
  if (sentence.leftovers.length > 0) {
    return {
      kind: 'question',
      question: unplacedQuestion(message, sentence.leftovers),
      options: [
        ...nearOptions(message, sentence, again),
        ...withoutUnplaced(message, sentence.leftovers, (label, text) => optionOf(label, text, again)),
      ],
      ...partial,
      receipt,
    }
  }
  if (built.impossible !== undefined) {
    const [a, b] = built.impossible.map((one) => situation.describe(one))
    return {
      kind: 'question',
      question: `Nobody can do both: ${a}, and ${b}. Which do you mean?`,
      options: [],
      receipt,
    }
  }
  if (built.criteria === undefined) {
    return { kind: 'question', question: wholeBase(sentence, message.reading.entity), options: [], receipt }
  }
  if (tooLarge(built.criteria)) return { kind: 'refused', reason: TOO_LARGE, missing: [], receipt }
  const ranked = sentence.node && rankedBeside(built.criteria, sentence.node, message.reading)
  if (ranked !== undefined && 'question' in ranked) return { kind: 'question', ...ranked, receipt }
  const { naming } = message
  const assumed = [
    ...message.mended,
    ...assumptions,
    ...sentence.assumptions,
    ...built.assumptions,
    ...(ranked?.assumptions ?? []),
    ...spentBeside(sentence.node, message.reading),
    ...(naming?.assumed === undefined ? [] : assumedBy([naming.assumed], 0, 0)),
    ...assumedBy(ordersTold(message.text, message.instructions), 0, 0),
  ]
  return {
    kind: 'criteria',
    intent,
    criteria: parseCriteria(ranked?.criteria ?? built.criteria),
    assumptions: unique(saidOf(assumed)),
    receipt: receiptOf(message, marks, [...assumed, ...conventionsIn(sentence.node, message.reading)]),
    ...(naming === undefined ? {} : { name: naming.name }),
  }
}

/** Of vague words that a condition explains. */
export const SETTLED = 'said more exactly beside it'

export const TOO_LARGE = `That is more than can be asked at once (${MAX_CONDITIONS} conditions, nested ${MAX_DEPTH} deep). Save a part of it as a segment and refer to it.`

export const tooLarge = (criteria: Criteria): boolean =>
  allLeavesOf(criteria).length > MAX_CONDITIONS || depthOf(criteria) > MAX_DEPTH

/** Columns of companies and people that are asked about, or have to be known, and that nobody has a value of. */
function missingColumns(criteria: Criteria | undefined, { vocabulary }: Situation): string[] {
  if (criteria === undefined) return []
  const names = allLeavesOf(criteria).flatMap(({ condition }) => {
    if ((condition.type === 'person' || condition.type === 'company') && condition.op === 'known')
      return [`${condition.type}.${condition.field}`]
    return (
      definitionOf(condition)
        .columns?.(condition)
        .map(({ name }) => name) ?? []
    )
  })
  return unique(
    names.filter((name) => /^(?:company|person)\./.test(name) && vocabulary.filled(name) === 0),
  ).map((name) => name.replace(/^\w+\./, '').replaceAll('_', ' '))
}

/** Doubtful words that a condition beside them explains: “fast growers: headcount up 30%+”. */
export const isSettled = ({ settledBy }: Doubt, criteria: Criteria | undefined): boolean =>
  settledBy !== undefined &&
  criteria !== undefined &&
  allLeavesOf(criteria).some(
    ({ condition, path }) =>
      'field' in condition && settledBy.includes(condition.field) && !path.includes('none'),
  )

function depthOf(criteria: Criteria): number {
  if (!isCondition(criteria)) return 1 + Math.max(...groupOf(criteria).branches.map(depthOf))
  const inner = nestedIn(criteria)
  return inner === undefined ? 0 : 1 + depthOf(inner.criteria)
}

export const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

const BY: Readonly<Record<Entity, string>> = {
  customer: 'customers do you mean: by place, orders, spending, products, e-mails, segment …?',
  company: 'companies do you mean: by industry, size, place, technologies, funding, growth …?',
  person: 'people do you mean: by title, seniority, function, place, time in the role, employer …?',
}

/** Everybody is never meant by accident. */
const wholeBase = (sentence: Sentence, entity: Entity): string =>
  sentence.headed ? `That would be everybody. Which ${BY[entity]}` : `Which ${BY[entity]}`

function quoted({ text, reading }: Message, { from, to }: Doubt): string {
  return `“${text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end)}”`
}

/** The message with the doubtful words replaced, as somebody would have said it to mean one thing. */
function optionsOf(message: Message, { choices, from, to }: Doubt, again: Read['again']): Option[] {
  const { text, reading } = message
  const start = reading.tokens[from]?.start ?? text.length
  const end = reading.tokens[to - 1]?.end ?? text.length
  return choices.map(({ label, instead }) =>
    optionOf(label, text.slice(0, start) + instead + text.slice(end), again),
  )
}

function optionOf(label: string, text: string, again: Read['again']): Option {
  const read = again(text)
  return { label, text, ...(read?.kind === 'criteria' ? { criteria: read.criteria } : {}) }
}

/** Values of the company that are spelled nearly so, in the place of the one stretch that nothing reads. */
function nearOptions(message: Message, { leftovers }: Sentence, again: Read['again']): Option[] {
  const [first, more] = leftovers
  if (first === undefined || more !== undefined) return []
  const { text, reading } = message
  const before = text.slice(0, reading.tokens[first[0]]?.start)
  const behind = text.slice(reading.tokens[first[1] - 1]?.end)
  return nearValues(message, first).map(({ label, field }) =>
    optionOf(`${label} (${field})`, before + label + behind, again),
  )
}

/** A question about a whole message, with readings to choose from. */
export function askAbout(message: Message, doubt: Doubt, again: Read['again']): Interpretation {
  const marks: Marks = []
  mark(marks, 0, message.reading.tokens.length, 'not accounted for', doubt.says)
  return {
    kind: 'question',
    question: doubt.says,
    options: optionsOf(message, doubt, again),
    receipt: receiptOf(message, marks),
  }
}
