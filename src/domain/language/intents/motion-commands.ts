import { motionOf } from '../../motions/index.ts'
import type { MotionAudience } from '../../motions/define.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'

/** Whom a motion takes, as it was asked for in words. */
export interface SaidMotion {
  readonly criteria: Criteria
  readonly committee?: number
  /** What it is called where nobody names it. */
  readonly name?: string
  readonly assumptions: readonly string[]
}

const best = phrase(
  'the? top|best|highest|leading',
  'the? top|best|highest scoring|ranking|ranked',
  'our top|best',
)
const accounts = phrase(
  'accounts|companies|account|company|icp? accounts|companies',
  'target accounts|companies',
)
const byIcp = phrase('by|on their|the? icp score|scores|fit?', 'by|on icp')
const withTheir = phrase(
  'with|and|plus|including|incl|& their|the|its|a?',
  ', with|and|plus|including their|the|its|a?',
  'together with their|the?',
)
const committee = phrase(
  'buying|decision|purchasing committee|committees|group|groups|team|teams|centre|center',
  'committee|committees',
  'decision makers|maker',
  'decision - makers',
)
const of = phrase('of|at|in|from|for', 'of|at|in|from|for each of?')
const sized = phrase(
  ',|(|with|of? at most',
  ',|(|with|of? up to',
  ',|(|with|of? no more than',
  ',|(? max|maximum of?',
  'of|with',
)
const each = phrase(
  'people|contacts|persons|members|leads? each|apiece )?',
  'people|contacts|persons|members|leads? per|at|for|of|in|from each? account|company )?',
  'people|contacts|persons|members|leads )?',
  ')',
)

/** `top 50 accounts with their buying committee`, `the buying committees of the 20 best accounts, at most 3 each`. */
export function accountsWithCommittee(reading: Reading, at: number): Found<SaidMotion> | undefined {
  const before = committee(reading, skip(reading, at, withTheir))
  const opened = before < 0 ? at : skip(reading, before, of)
  const top = topAccounts(reading, opened)
  if (top === undefined) return undefined
  const after = before < 0 ? committee(reading, skip(reading, top.end, withTheir)) : top.end
  if (after < 0) return undefined
  const size = sizeAt(reading, after)
  const people = size?.value
  const asked = { accounts: top.value, ...(people === undefined ? {} : { committee: people }) }
  const motion: MotionAudience = motionOf('account_based').audience(asked, 'person')
  const [source] = motion.base
  if (source?.type !== 'criteria' || motion.committee === undefined) return undefined
  return {
    value: {
      criteria: source.criteria,
      committee: motion.committee,
      name: `Top ${top.value.toLocaleString('en-US')} accounts: buying committee`,
      assumptions: [
        'The top accounts are those with the highest ICP score; their buying committee are the people there with the highest persona scores.',
        ...(people === undefined
          ? [`Nobody said how many people at each account: at most ${motion.committee}.`]
          : []),
      ],
    },
    end: size?.end ?? after,
  }
}

function topAccounts(reading: Reading, at: number): Found<number> | undefined {
  const opened = best(reading, skip(reading, at, the))
  const count = countAt(reading, opened < 0 ? skip(reading, at, the) : opened)
  if (count === undefined) return undefined
  const behind = best(reading, count.end)
  if (opened < 0 && behind < 0) return undefined
  const noun = accounts(reading, behind < 0 ? count.end : behind)
  return noun < 0 ? undefined : { value: count.value, end: skip(reading, noun, byIcp) }
}
const the = phrase('the|our|my')

function sizeAt(reading: Reading, at: number): Found<number> | undefined {
  const opened = sized(reading, at)
  const count = opened < 0 ? undefined : countAt(reading, opened)
  return count && { value: count.value, end: skip(reading, count.end, each) }
}

function countAt({ tokens }: Reading, at: number): Found<number> | undefined {
  const token = tokens[at]
  const value = token?.kind === 'number' && token.currency === undefined ? token.number : undefined
  return value === undefined || !Number.isInteger(value) || value < 1 ? undefined : { value, end: at + 1 }
}

const firstThenIcp = phrase(
  'first ,? then by|on their|the? highest? icp score|scores?',
  'first ,? and then? by|on their|the? highest? icp score|scores?',
  'first ,? then the? highest icp score|scores',
  'first ,? ties|tied broken|break? by icp score|scores?',
)

/** Where "… first, then by ICP score" stands, and what follows it. */
export function personaFirstAt(
  reading: Reading,
  from: number,
): { readonly to: number; readonly end: number } | undefined {
  for (let to = from + 1; to < reading.tokens.length; to++) {
    const end = firstThenIcp(reading, to)
    if (end >= 0) return { to, end }
  }
  return undefined
}

export const PERSONA_FIRST =
  '“First” is read as: these people alone, those with the highest persona score first, equal ones by the ICP score of their company.'
