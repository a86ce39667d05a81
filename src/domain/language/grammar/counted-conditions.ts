import type { Operator } from '../../conditions/shared/comparison.ts'
import { comparison, isPlain } from './comparison.ts'
import { jointAt } from './joints.ts'
import { type Doubt, question } from './meaning.ts'
import { type Phrase, phrase, skip } from './phrase.ts'
import { type Found, type Reading, said as words, wordAt } from './reading.ts'
import { alternativesIn } from './pairs.ts'
import { closing, type LooseWindow, note, type State } from './sentence-state.ts'
import { group, type Node } from './tree.ts'
import { window } from './window.ts'

/** "at least two of these three": how many of the conditions that follow have to hold. */
interface Quota extends Bounds {
  /** How many of them there are, where that was said. */
  readonly among?: number
  /** "two of these three in the past 30 days": when each of them happened. */
  readonly time?: LooseWindow
}

const lead = phrase('any', 'a? minimum of')
/** “In any two of VIP and Newsletter” */
const inside = phrase('in|on', 'is|are|be|sit|sits|appear|appears|belong|belongs|show|shows up? in|on|to')
const of = phrase('of', 'out of', 'from', 'among')
const these = phrase('the|these|those|following|my|our', 'the|these|those following|next')
const things =
  'conditions|criteria|things|points|boxes|requirements|rules|signals|signs|tests|statements|options|features|items'
const noun = phrase(things)
const using = phrase(
  'with|using|use|uses|have|has|having|on|running|run|runs|in',
  'that|who use|run|have',
  'must|should|has|have to? use|run|have|be in|on?',
  'is|are|be in|on',
)
const opens = phrase(
  ':? (',
  ':',
  '-',
  ', :',
  ': -',
  '->',
  'is|are true|met|fulfilled|satisfied :?',
  'holds|hold|apply|applies :?',
)
const MOST = 6

const WORDS: readonly (readonly [Phrase, Bounds])[] = [
  [phrase('any|one|either', 'at least one'), { least: 1, most: Infinity }],
  [phrase('none|neither', 'not any', 'not one'), { least: 0, most: 0 }],
  [
    phrase('all|both|each|every', 'every single? one', 'all two|three|four|five|2|3|4|5'),
    { least: Infinity, most: Infinity },
  ],
]

/** The head, up to the first condition. What is counted are the conditions, and never products or pieces. */
function quotaAt(reading: Reading, at: number): Found<Quota> | undefined {
  const accounts = reading.entity !== 'customer'
  const count = countAt(reading, skip(reading, at, accounts ? using : inside))
  const opened = count === undefined ? -1 : of(reading, skip(reading, count.end, noun))
  if (count === undefined || opened < 0) return undefined
  const pointed = these(reading, opened)
  const counted = reading.tokens[pointed >= 0 ? pointed : opened]
  const among = counted?.kind === 'number' ? counted.number : undefined
  const from = (pointed >= 0 ? pointed : opened) + (among === undefined ? 0 : 1)
  const named = noun(reading, from)
  const behind = named >= 0 ? named : from
  const time = window(reading, behind)
  const end = opens(reading, time?.end ?? behind)
  // "2 of Tea, Coffee and Cocoa" are products: only "these", a number or a noun for them speaks of conditions.
  const bracket = /^[:(]$/.test(wordAt(reading, from))
  if (pointed < 0 && among === undefined && named < 0 && !bracket) {
    // “At least two of Snowflake, dbt and HubSpot”: what companies use are conditions.
    const any = lead(reading, at) >= 0
    const values =
      (accounts || any) && isMany(count.value) ? reading.unit(reading, from)?.value.criteria : undefined
    return values === undefined || alternativesIn(values, true) === undefined
      ? undefined
      : { value: count.value, end: from }
  }
  const timed = time === undefined ? {} : { time: { timing: time.value, from: behind, to: time.end } }
  return end < 0
    ? undefined
    : { value: { ...count.value, ...timed, ...(among === undefined ? {} : { among }) }, end }
}

/** So many of them that one alone is not meant, or none, or all. */
const isMany = ({ least, most }: Bounds): boolean => least > 1 || most === 0

interface Bounds {
  readonly least: number
  readonly most: number
  /** "two of these": exactly so many, or at least? */
  readonly bare?: { readonly from: number; readonly to: number }
}

/** "two or all three of these": at least two of them. */
function upToAll(reading: Reading, at: number): Found<Bounds> | undefined {
  const least = reading.tokens[at]?.number
  const end = orAll(reading, at + 1)
  return least === undefined || end < 0 ? undefined : { value: { least, most: Infinity }, end }
}
const orAll = phrase('or|and|, even? all|more 3|three|4|four|5|five?', 'or|and|, even? all of them')

function countAt(reading: Reading, at: number): Found<Bounds> | undefined {
  const all = upToAll(reading, at)
  if (all !== undefined) return all
  const any = lead(reading, at)
  const from = any >= 0 ? any : at
  const number = comparison(reading, from)
  const [test, another] = number?.value.tests ?? []
  if (number !== undefined && test !== undefined && another === undefined) {
    if (!isPlain(number.value)) return undefined
    const bounds = boundsOf(test.op, test.value, any >= 0 && number.value.bare)
    const bare = any < 0 && number.value.bare ? { bare: { from, to: number.end } } : {}
    return { value: { ...bounds, ...bare }, end: number.end }
  }
  for (const [words, value] of WORDS) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  return undefined
}

function boundsOf(op: Operator, value: number | [number, number], any: boolean): Bounds {
  if (typeof value !== 'number') return { least: value[0], most: value[1] }
  if (any || op === '>=') return { least: value, most: Infinity }
  if (op === '>') return { least: value + 1, most: Infinity }
  if (op === '<=') return { least: 0, most: value }
  if (op === '<') return { least: 0, most: value - 1 }
  return { least: value, most: value }
}

/** "at least two of these three: A, B, C": all groups of so many. Anything that does not come out even is asked. */
export function countedConditions(state: State): Node | undefined {
  const quota = quotaAt(state.reading, state.at)
  if (quota === undefined || quota.end > state.end) return undefined
  const from = state.at
  const { most, among, bare, time } = quota.value
  if (time !== undefined) state.loose.push({ ...time, each: true })
  note(state, from, quota.end, 'condition', 'so many of the conditions that follow')
  state.at = quota.end
  const of = listed(state, among)
  if (wordAt(state.reading, quota.end - 1) === '(' && closing(state.reading, state.at) >= 0) state.at++
  const said = among ?? of.length
  const least = quota.value.least === Infinity ? said : quota.value.least
  if (bare !== undefined) state.doubts.push(exactlySo(state, bare))
  if (
    of.length !== said ||
    of.length === 0 ||
    of.length > MOST ||
    least > said ||
    (least < 1 && most >= said)
  ) {
    state.doubts.push(question(from, state.at, COUNT))
    return group('all', of)
  }
  const enough = anySo(of, Math.max(least, 1))
  const tooMany: Node[] = most < said ? [{ kind: 'not', of: anySo(of, most + 1) }] : []
  return group('all', [...(least > 0 ? [enough] : []), ...tooMany])
}

function exactlySo({ reading }: State, { from, to }: { readonly from: number; readonly to: number }): Doubt {
  const number = words(reading, from, to)
  return question(from, to, `Exactly ${number} of them, or at least ${number}?`, [
    ['at least', `at least ${number}`],
    ['exactly', `exactly ${number}`],
  ])
}

const endsList = (node: Node, { entity, tokens }: Reading): boolean =>
  entity !== 'customer' &&
  node.kind === 'leaf' &&
  tokens.slice(node.from, node.to).some(({ word }) => word === 'and' || word === '&')

/** “Snowflake, dbt and HubSpot” are three of them; “SaaS or fintech, hiring” are two. */
function eachOf(
  node: Node,
  { entity, tokens }: Reading,
  { last, alone }: { readonly last: boolean; readonly alone: boolean },
): readonly Node[] {
  // "two of these: Coffee, Tea, Cocoa": what people bought is one phrase.
  if (node.kind !== 'leaf' || (entity === 'customer' && !alone)) return [node]
  const either = tokens.slice(node.from, node.to).some(({ word }) => word === 'or' || word === '/')
  if (either && !last) return [node]
  const { meaning } = node
  const values = meaning.criteria && alternativesIn(meaning.criteria, true)
  return values?.map((criteria) => ({ ...node, meaning: { ...meaning, criteria } })) ?? [node]
}

const COUNT =
  'How many of which conditions? Please list them behind a colon, set apart by commas, such as “at least 2 of these 3: A, B, C”.'

/** The conditions, set apart by commas, semicolons, bullets, "and" or "or": so many as were said, or all that follow. */
function listed(state: State, among: number | undefined): Node[] {
  const of: Node[] = []
  let apart = false
  let last = false
  while (of.length < (among ?? Infinity) && state.at < state.end && closing(state.reading, state.at) < 0) {
    const node = state.term()
    if (node === undefined) break
    of.push(node)
    // “AWS, dbt and Snowflake, in Germany”: the list has come to its end.
    if (among === undefined && (last || endsList(node, state.reading))) break
    const joint = jointAt(state.reading, state.at)
    const done = of.length === among || joint === undefined || state.at >= state.end
    if (done || joint.op === 'except' || joint.op === 'unless') break
    // "A, B; and in France": without a number, the list ends with its sentence.
    const word = wordAt(state.reading, state.at)
    if (among === undefined && (word === '.' || (joint.level === 3 && word !== ';'))) break
    // "A and B, C": what belongs together was not said.
    if (apart && joint.level < 2 && wordAt(state.reading, joint.end) !== '' && moreCommas(state, joint.end))
      state.doubts.push(question(state.at, joint.end, COUNT))
    last ||= apart && joint.level < 2 && (joint.op === 'and' || joint.op === 'or')
    apart ||= joint.level >= 2
    note(state, state.at, joint.end, 'ignored', 'sets them apart')
    state.at = joint.end
  }
  return of.flatMap((node, i) =>
    eachOf(node, state.reading, { last: i === of.length - 1, alone: of.length === 1 }),
  )
}

const moreCommas = ({ reading, end }: State, from: number): boolean =>
  reading.tokens.slice(from, end).some(({ word }) => word === ',')

/** At least `n` of them: every group of so many, each of which may hold. */
const anySo = (of: readonly Node[], n: number): Node =>
  group(
    'any',
    groupsOf(of, n).map((some): Node => group('all', some)),
  )

function groupsOf(of: readonly Node[], n: number): readonly (readonly Node[])[] {
  if (n === 0) return [[]]
  return of.flatMap((node, i) => groupsOf(of.slice(i + 1), n - 1).map((rest) => [node, ...rest]))
}
