import { withList } from '../../conditions/facets/lists.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { allOf, anyOf, negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said, wordAt } from '../grammar/reading.ts'
import { type Change, changeOf, conjuncts, difference, type Edit } from './edit.ts'
import { excludesEachOther, listOf, valuesOf } from './edit-values.ts'
import { limiting } from './limiting.ts'
import { editsOf, firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'
import { scaling } from './scaling.ts'

const whom = phrase(
  'if|when|where they|he|she? are|is|live? in|from|at|outside',

  'for|in|from|with|at|outside|within|among|on',
  'for those|the|people|customers|companies|ones? in|from|outside|at',
)
/** What stands between those of whom a limit is said and the limit. */
const between = phrase(
  ',|:|-|;',
  "i|we 'd|would|d? accept|take|allow|want|need|settle|go|prefer|say|like for|with?",
  'make|set|use|take|let it|that|this|them? be|to|at?',
  'it|that|this|they|the bar|limit|threshold|minimum|number|amount is|are|should|can|must|may|would|could be?',
  'only|just',
  'is|are enough|fine|ok',
)
const making = phrase(
  'the|that|this? bar|limit|threshold|minimum to|at?',

  'make|set|raise|lower|change|put|use|take that|the|it|this? bar|limit|threshold|minimum|number|amount? to|at?',
)
const stays = phrase('can|may|could|should? stay|stays|remain|remains as? is|it|before|are?')
const enough = phrase('is|are|would be? enough|fine|ok|okay|sufficient', 'will|would do', 'suffices')

/**
 * `for Madrid 80`, `400 outside Europe`: another number or time for some of the people at hand. The others keep the
 * one that was said; whoever is not at hand is not brought in by it.
 */
export function forSome(follow: FollowUp): Refined {
  const { reading, current, from, part } = follow
  for (const [start, end, limitFrom, limitTo] of splitsOf(follow)) {
    const some = part(start, end) ?? part(start + 1, end) ?? follow.read(said(reading, start, end))
    const split =
      some && apartIn(current, some, /^(?:for|outside|if|when|where)$/.test(wordAt(reading, start)))
    if (split === undefined || limitFrom >= limitTo) continue
    const of: FollowUp = { ...follow, current: split.some, from: limitFrom, to: limitTo, correcting: true }
    const found = limiting(of) ?? scaling(of)
    const change = changeOf(
      editsOf(found).map((edit) => forOneOfThem(split, edit)),
      'Which of them should change?',
    )
    if (change !== undefined) return firmly(refinedBy(change, from, follow.to))
  }
  return undefined
}

type Split = readonly [whomFrom: number, whomTo: number, limitFrom: number, limitTo: number]

/** Where those of whom it is said may stand, and where the limit. */
function* splitsOf({ reading, from, to: whole }: FollowUp): Generator<Split> {
  if (whom(reading, from) >= 0) {
    for (let i = from + 2; i < whole; i++) {
      let at = i
      for (let n = 0; n < 3; n++) at = skip(reading, at, between)
      yield [from, i, at, trimmed(reading, whole, enough)]
    }
  }
  for (let i = from + 1; i < whole - 1; i++) {
    if (whom(reading, i) < 0) continue
    yield [i, restStays(i), skip(reading, from, making), trimmed(reading, i, enough)]
  }

  /** "400 outside Europe, Europe can stay": what is said of the others says no more. */
  function restStays(start: number): number {
    for (let i = start + 2; i < whole - 1; i++) {
      if (wordAt(reading, i) !== ',') continue
      const end = [...Array(whole - i).keys()].map((n) => i + n).find((at) => stays(reading, at) === whole)
      const others = end === undefined ? '' : said(reading, i + 1, end)
      if (others !== '' && others === said(reading, start + 1, i)) return i
    }
    return whole
  }
}

/** The people at hand in two: of whom it is said, and the others. */
interface Apart {
  readonly some: Criteria
  readonly others: Criteria
}

/** Undefined where what is said is not of some of them. `named`: they may be told apart by what is not asked yet. */
export function apartIn(current: Criteria, said: Criteria, named: boolean): Apart | undefined {
  const parts = conjuncts(current)
  const held = parts.find((part) => excludesEachOther(part, said))
  const put = (part: Criteria): Criteria => allOf(parts.map((one) => (one === held ? part : one)))
  if (held === undefined) {
    // "in Germany at least 3 orders" may ask for nobody else.
    const free =
      named &&
      isOfPeople(shownIn(said)) &&
      !parts.some((part) => valuesOf(part) !== undefined && excludesEachOther(part, shownIn(said)))
    return free ? { some: allOf([...parts, said]), others: allOf([...parts, negated(said)]) } : undefined
  }
  const list = listOf(held)
  const values = valuesOf(said) ?? []
  const left = list?.value.filter((value) => !values.includes(value)) ?? []
  if (list === undefined || left.length === 0 || left.length + values.length > list.value.length)
    return undefined
  const [some, others] = [values, left].map((value) => withList(list.condition, list.path, value))
  return some && others && { some: put(some), others: put(others) }
}

/** Where they are, or which group they are in: what was done says of itself when. */
const isOfPeople = (one: Criteria): boolean =>
  isCondition(one) && ('field' in one || one.type === 'segment' || one.type === 'rfm')

const shownIn = (criteria: Criteria): Criteria =>
  'none' in criteria ? (criteria.none[0] ?? criteria) : criteria

/** Each with its own, and what both share said once. */
export function forOneOfThem({ some, others }: Apart, edit: Edit): Edit {
  const own = difference(others, edit.criteria)
  const common = conjuncts(others).filter((one) => !own.taken.includes(one))
  const either = anyOf([allOf(own.taken), allOf(own.put)])
  return {
    ...edit,
    criteria: common.length === 0 ? either : { all: [...common, either] },
    says: 'for some of them',
    put: [either],
    taken: conjuncts(some).filter((one) => edit.taken.includes(one)),
  }
}

const like = phrase('like|as', 'the? same as|like', 'just like|as', 'as for|in', 'like for|in')
const opening = phrase('treat|count|handle|take|put|read|do', 'the? same for', 'for')

/** `UK like Germany`: what is said of the one goes for the other as well. */
export function likeAnother({ reading, current, from, to: end, part }: FollowUp): Refined {
  const to = trimmed(reading, end, suffixToo)
  const at = skip(reading, from, opening)
  for (let i = at + 1; i < to; i++) {
    const over = like(reading, i)
    const [next, other] = over < 0 || over >= to ? [] : [part(at, i), part(over, to)]
    if (next === undefined || other === undefined) continue
    return firmly(refinedBy(joined(current, next, other), from, end))
  }
  return undefined
}

function joined(current: Criteria, said: Criteria, other: Criteria): Change | undefined {
  const [values, wanted] = [valuesOf(said), valuesOf(other)]
  if (values === undefined || wanted === undefined || !excludesEachOther(said, other)) return undefined
  const edits: Edit[] = []
  const change = (criteria: Criteria): Criteria => {
    const list = listOf(criteria)
    if (list !== undefined && !('none' in criteria) && excludesEachOther(criteria, other)) {
      if (!wanted.every((value) => list.value.includes(value))) return criteria
      const put = withList(list.condition, list.path, [...new Set([...list.value, ...values])])
      if (put !== undefined)
        edits.push({ criteria: put, says: 'these as well', put: [put], taken: [criteria] })
      return put ?? criteria
    }
    if ('all' in criteria) return { all: criteria.all.map(change) }
    return 'any' in criteria ? { any: criteria.any.map(change) } : criteria
  }
  const criteria = change(current)
  const [edit, ...more] = edits
  return edit === undefined || more.length > 0 ? undefined : { kind: 'edit', edit: { ...edit, criteria } }
}
