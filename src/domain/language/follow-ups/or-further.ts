import { foldText } from '#kernel/text.ts'
import { withPieces } from '../../conditions/facets/facet.ts'
import { roundsAlone } from '../../conditions/company/funding-phrases.ts'
import { FUNDING_ORDER } from '../../conditions/company/funding-stages.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Ranking } from '../../conditions/shared/columns/ranked-column.ts'
import { isCondition } from '../../criteria/node.ts'
import { SENIORITY_ORDER } from '../../titles/seniorities.ts'
import { phrase } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { changeOf, conditionsOf, replacing } from './edit.ts'
import { isDenied, valuesOf } from './edit-values.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'

const THINGS = 'rounds|round|stages|stage|levels|level|ones|titles|roles|ranks|seniority'
const FINE = 'is|are fine|ok|okay|works|welcome'
const up = phrase(
  `and|or|also|plus later|beyond|further|above|up|upward|upwards|upwardly|onward|onwards|higher ${THINGS}?`,
  `and|or|also|plus? any|anything|anyone|everything|everyone|all later|beyond|further|above|higher ${THINGS}?`,
  `and|or|also|plus? more senior|advanced|mature ${THINGS}?`,
  `later|higher ${THINGS}`,
)
const down = phrase(
  `and|or|also|plus earlier|below|under|down|downward|downwards|lower ${THINGS}?`,
  `and|or|also|plus? any|anything|anyone|everything|everyone|all earlier|below|under|lower ${THINGS}?`,
  `and|or|also|plus? more? junior ${THINGS}?`,
  `earlier|lower ${THINGS}`,
)
const fine = phrase(FINE)

/** Fields whose values stand in an order. */
const ORDERS: ReadonlyMap<string, Ranking> = new Map<string, Ranking>([
  ['funding_stage', FUNDING_ORDER],
  ['seniority', SENIORITY_ORDER],
])

/**
 * `or later rounds` of companies at Series B, `and up` of directors: from the value at hand on. `Series B and up`, which
 * holds of all that are at hand, stands in its place.
 */
export function orFurther(follow: FollowUp): Refined {
  const { reading, current, from, to: end, part } = follow
  const to = trimmed(reading, trimmed(reading, end, suffixToo), fine)
  const ranked = conditionsOf(current).filter((one) => orderOf(one) !== undefined && !isDenied(current, one))
  if (ranked.length === 0) return undefined
  const op = openedBy(up) ? '>=' : openedBy(down) ? '<=' : undefined
  const edits = op === undefined ? fromSaid() : ranked.map((held) => edited(held, op))
  return firmly(refinedBy(changeOf(edits, 'From which of them on?'), from, end))

  /** "And also" may have been heard as what only opens the message. */
  function openedBy(words: typeof up): boolean {
    return [0, 1, 2].some((back) => words(reading, from - back) === to)
  }

  function edited(held: Condition, towards: '>=' | '<=') {
    const value = edgeOf(held, towards)
    const put = value === undefined ? undefined : withPieces(held, [['op'], towards], [['value'], value])
    const edit = put && replacing(current, held, put, 'from there on')
    const [assumed] =
      'field' in held && held.field === 'funding_stage' ? roundsAlone(reading, said(reading, from, end)) : []
    return edit && assumed !== undefined ? { ...edit, assumed } : edit
  }

  function fromSaid() {
    const next = part(from, to)
    if (next === undefined || !isCondition(next) || !('field' in next) || !isRanked(next)) return []
    return ranked.flatMap((held) => {
      const within = 'field' in held && held.field === next.field && edgeOf(held, next.op) === next.value
      return within ? [replacing(current, held, next, 'from there on')] : []
    })
  }
}

const isRanked = (one: Condition): one is Condition & { readonly op: '>=' | '<=' } =>
  orderOf(one) !== undefined && 'op' in one && (one.op === '>=' || one.op === '<=')

const orderOf = (one: Condition): Ranking | undefined =>
  one.type === 'company' || one.type === 'person' ? ORDERS.get(one.field) : undefined

/** Of several values the lowest where it goes on upwards, and the highest where it goes on downwards. */
function edgeOf(held: Condition, towards: '>=' | '<='): string | undefined {
  const ranks = orderOf(held)
  const values = 'op' in held && (held.op === 'equals' || held.op === 'in') ? (valuesOf(held) ?? []) : []
  const inOrder = values
    .flatMap((value) => {
      const rank = ranks?.rankOf(foldText(value))
      return rank === undefined ? [] : [{ value, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
  return inOrder.length < values.length ? undefined : inOrder.at(towards === '>=' ? 0 : -1)?.value
}
