import type { Criteria } from '../../criteria/schema.ts'
import { told } from '../../language/grammar/asked.ts'
import { type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { type Found, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { timing } from '../../language/grammar/timing.ts'
import { impliedBy, stating } from '../change/change-phrases.ts'
import { CHANGE_MEASURES, type ChangeCondition } from '../change/change.ts'
import type { Against } from './figure-amounts.ts'
import { figureFrom, type Half, type HalfSlots } from './figure-half.ts'
import { isTold } from './figure-second.ts'
import { type Figure, isChange, isMoney, isUnknownOfNone } from './figure.ts'
import type { FiguresCondition } from './figures.ts'

/** One figure as it is said, and how it compares with the other. */
export interface Pair {
  readonly from: number
  readonly left: Found<Half>
  readonly compared: Against
  readonly negative: boolean
}

/** The condition of two halves, once each is filled in with what the other says, or what has to be asked. */
export function joined(
  reading: Reading,
  { from, left, compared, negative }: Pair,
  right: Found<Half>,
): Found<Meaning> | undefined {
  const { end } = right
  // “Spend more than average” is more than others do, and no order of their own.
  if (AVERAGE.test(wordAt(reading, end - 1)) && OF_ALL.has(left.value.measure)) return undefined
  const whole = filledIn(left.value, right.value, { from, end })
  const slots = { assumptions: [...whole.stated], doubts: [...whole.doubts] }
  const [one, other] = [figureFrom(reading, whole.left), figureFrom(reading, whole.right)]
  const ask = (says: string) => slots.doubts.push(question(from, end, says))
  if (one === undefined || other === undefined) {
    ask('Please compare figures of one category, brand or product each.')
    return { value: told(undefined, slots), end }
  }
  if (JSON.stringify(one) === JSON.stringify(other)) return undefined
  if (isMoney(one) !== isMoney(other)) {
    ask('An amount of money can’t be compared with a number of things. Which two figures do you mean?')
    return { value: told(undefined, slots), end }
  }
  const { bare, times, op } = compared
  if (bare !== undefined && times < 1) {
    const words = said(reading, bare.from, bare.to)
    slots.doubts.push(
      question(bare.from, bare.to, `At least ${words}, or at most?`, [
        [`at most ${words}`, `at most ${words}`],
        [`at least ${words}`, `at least ${words}`],
      ]),
    )
  }
  const stated = [...compared.assumptions]
  if (bare !== undefined && times >= 1)
    stated.push(`“${said(reading, bare.from, bare.to)}” is read as at least that.`)
  if (isUnits(one) && isUnits(other)) stated.push(PIECES)
  const factor = times === 1 ? {} : { times }
  const two: FiguresCondition = { type: 'figures', left: one, op, ...factor, right: other }
  const overTime = isChange(one, other) ? changeOf(two) : undefined
  stated.push(
    ...(overTime === undefined
      ? whoIsIn(two, negative)
      : stating(overTime.within, overTime.against, compared, false, overTime.measure)),
  )
  const criteria: Criteria = overTime ?? two
  return { value: told(negative ? negated(criteria) : criteria, slots, stated), end }
}

const AVERAGE = /^(?:average|avg|mean)$/
const OF_ALL: ReadonlySet<string | undefined> = new Set(['spend', 'net_spend', 'count', 'units', 'discount'])
const isUnits = (figure: Figure): boolean => figure.from === 'orders' && figure.measure === 'units'
const PIECES = 'Pieces are counted; say “more often” to count orders.'

/** The same figure at two times. */
function changeOf({ left, right, op, times }: FiguresCondition): ChangeCondition | undefined {
  if (left.from === 'events') return undefined
  const measure = CHANGE_MEASURES.find((one) => one === left.measure)
  if (measure === undefined) return undefined
  if (left.within === undefined || right.within === undefined) return undefined
  const { of, where } = left
  return {
    type: 'change',
    measure,
    within: left.within,
    op,
    ...(times !== undefined && { times }),
    against: right.within,
    ...(of && { of }),
    ...(where && { where }),
  }
}

/** Whom 0 lets in. */
function whoIsIn({ left, op, right }: FiguresCondition, negative: boolean): string[] {
  if (negative) return ['Who has nothing of either is in too; add “and bought before” to leave them out.']
  if (op.startsWith('>'))
    return isUnknownOfNone(right)
      ? []
      : ['Who has none of the second counts as 0 there, and is in if they have any of the first.']
  if (op === '=') return []
  return isUnknownOfNone(left)
    ? []
    : ['Who has none of the first counts as 0 there, and is in if they have any of the second.']
}

interface Whole {
  readonly left: Half
  readonly right: Half
  readonly stated: readonly string[]
  readonly doubts: HalfSlots['doubts']
}

/** What one half leaves out is as in the other: the time, and whatever else the second does not say anew. */
function filledIn(
  left: Half,
  right: Half,
  { from, end }: { readonly from: number; readonly end: number },
): Whole {
  const stated = [...left.slots.assumptions, ...right.slots.assumptions]
  const doubts = [...left.slots.doubts, ...right.slots.doubts]
  const own = right.measure !== undefined || right.kinds !== undefined
  const { timing: first, ...one } = left.slots
  const { timing: second, ...other } = right.slots
  const told = own || isTold(other)
  for (const time of [first, second])
    if ((time?.windows.length ?? 1) > 1)
      doubts.push(question(from, end, 'Which two stretches of time do you compare?'))
  // “more opens than clicks in May”: both in May.
  const kept = left.slots.ever !== undefined || right.slots.ever !== undefined
  const shared = !kept && first === undefined && second !== undefined && told
  if (shared) stated.push('The time is read for both figures.')
  else if (!kept && first !== undefined && second === undefined)
    stated.push('The time is read for both figures.')
  // “opened more e-mails than last month” speaks of this month.
  const now = first === undefined && !told && !kept ? second?.windows.map(impliedBy)[0] : undefined
  if (now?.kind === 'calendar') stated.push(`That is read as this ${now.unit} against last ${now.unit}.`)
  else if (first === undefined && second !== undefined && !told && !kept)
    doubts.push(question(from, end, 'Which two stretches of time do you compare?'))
  const timeOfLeft = first ?? (shared ? second : now && timing(now))
  const timeOfRight = second ?? (kept ? undefined : first)
  const products = other.products ?? (own ? undefined : one.products)
  const keys = Object.keys(other.where)
  const contrast = keys.length > 0
  const where =
    own || (contrast && other.products === undefined) ? other.where : { ...one.where, ...other.where }
  if (!own && contrast && other.products !== undefined && keys.some((key) => !(key in one.where)))
    doubts.push(
      question(
        from,
        end,
        'Does the last part hold for both of these, or for the second alone? Please say it of each.',
      ),
    )
  const { timing: _first, ...bareLeft } = left.slots
  const { timing: _second, products: _products, ...bareRight } = right.slots
  const campaign = other.campaign ?? (own ? undefined : one.campaign)
  return {
    left: { ...left, slots: { ...bareLeft, ...(timeOfLeft && { timing: timeOfLeft }) } },
    right: {
      ...(own ? pickHead(right) : pickHead(left)),
      slots: {
        ...bareRight,
        where,
        ...(products && { products }),
        ...(campaign && { campaign }),
        ...(timeOfRight && { timing: timeOfRight }),
      },
    },
    stated,
    doubts,
  }
}

const pickHead = ({ measure, kinds }: Half) => ({ ...(measure && { measure }), ...(kinds && { kinds }) })
