import { andNot, count, countShared } from '../../members/bitset.ts'
import type { Parameter, ProfileParameters } from '../parameter.ts'
import { performance } from './back-test.ts'
import type { Attribute, Held } from './held.ts'
import { kinds } from './kinds/index.ts'
import { lifts } from './lifts.ts'
import type { Observed } from './observed.ts'
import type { Evidence, Performance, SuggestionKind } from './shown.ts'
import { missRate, threshold } from './statistics/false-discovery.ts'
import { interval } from './statistics/lift.ts'
import { stepwise } from './stepwise.ts'
import { agrees, attempts, type Examined, isSteady, partsAgreeing, type Tried } from './trial.ts'

/** A change of a profile that the data speaks for. */
export interface Finding {
  readonly kind: SuggestionKind
  readonly before: Parameter | null
  readonly after: Parameter | null
  /** All parameters as they would be. */
  readonly parameters: ProfileParameters
  readonly evidence: Evidence
  /** Among later records, with the profile as it is and as it would be. */
  readonly backTest: { readonly before: Performance; readonly after: Performance }
  /** Whether it points the same way among the later records, which were not looked at to find it. */
  readonly heldUp: boolean
}

export interface Found {
  readonly findings: readonly Finding[]
  /** How many comparisons were made. */
  readonly tried: number
  /** What is the outcome itself, or follows from it, and was left out. */
  readonly separators: readonly Attribute[]
}

/** A profile must have one. */
export const isProfile = (parameters: readonly Parameter[]): parameters is ProfileParameters =>
  parameters.length > 0

/** Everything that would make a profile better, as the earlier records say it; tested on the later ones. */
export function search(given: Examined): Found {
  const { attributes, separators } = withoutSeparators(given)
  const examined = { ...given, attributes }
  const { observed } = examined
  const changing = kinds.flatMap((kind) => attempts(kind.trials(examined), observed))
  const adding = attempts(lifts.trials(examined), observed)
  const ps = (tried: readonly Tried[]) => tried.map(({ p }) => p)
  const limit = threshold([...ps(changing), ...ps(adding)])
  const counts = ({ p }: Tried) => p <= limit && p < 1
  const told = [
    ...bestOfEach(changing.filter((one) => counts(one) && isSteady(one, observed))),
    ...stepwise(
      adding.filter(counts).map(({ trial }) => trial),
      [...ps(changing), ...ps(adding.filter((one) => !counts(one)))],
      observed,
    ),
  ]
  const tried = changing.length + adding.length
  const miss = missRate(told.length, tried)
  return { findings: told.flatMap((one) => findingOf(one, miss, examined)), tried, separators }
}

/** Of the changes of one parameter, those of the first kind, of which the clearest. */
const bestOfEach = (tried: readonly Tried[]): readonly Tried[] =>
  [...Map.groupBy(tried, ({ trial }) => trial.about).values()].flatMap((same) =>
    same
      .filter(({ trial }) => trial.kind === same[0]?.trial.kind)
      .toSorted((a, b) => Math.abs(b.found.z) - Math.abs(a.found.z))
      .slice(0, 1),
  )

/** Tells good from bad all but without exception. */
const NO_EXCEPTION = 0.98

/**
 * What tells every good record from every bad one is no cause but the outcome by another name, or what follows from it.
 */
export function withoutSeparators({ attributes, observed }: Pick<Examined, 'attributes' | 'observed'>): {
  readonly attributes: readonly Attribute[]
  readonly separators: readonly Attribute[]
} {
  const { good, earlier, later } = observed
  const all = earlier.map((word, at) => word | (later[at] ?? 0))
  const separates = ({ members, known }: Attribute) => {
    const within = known === null ? all : known.map((word, at) => word & (all[at] ?? 0))
    const goods = countShared(within, good)
    const bads = count(andNot(within, good))
    const having = members.map((word, at) => word & (within[at] ?? 0))
    const [goodsHaving, badsHaving] = [countShared(having, good), count(andNot(having, good))]
    if (goods === 0 || bads === 0) return false
    const [ofGood, ofBad] = [goodsHaving / goods, badsHaving / bads]
    return (
      (ofGood >= NO_EXCEPTION && ofBad <= 1 - NO_EXCEPTION) ||
      (ofBad >= NO_EXCEPTION && ofGood <= 1 - NO_EXCEPTION)
    )
  }
  const separators = attributes.filter(separates)
  return { attributes: attributes.filter((one) => !separators.includes(one)), separators }
}

function findingOf(one: Tried, miss: number, examined: Examined): readonly Finding[] {
  const { trial, found } = one
  const swap = trial.swap(found)
  if (swap === undefined) return []
  const next = swapped(examined.parameters, swap)
  const parameters = next.map(({ parameter }) => parameter)
  if (!isProfile(parameters)) return []
  const { observed } = examined
  return [
    {
      kind: trial.kind,
      before: swap.before?.parameter ?? null,
      after: swap.after?.parameter ?? null,
      parameters,
      ...evidenceOf(one, miss, observed),
      backTest: {
        before: performance([examined.parameters], observed, observed.later),
        after: performance([next], observed, observed.later),
      },
    },
  ]
}

/** What speaks for it, and whether later records do as well. */
export function evidenceOf(
  one: Tried,
  miss: number,
  observed: Observed,
): Pick<Finding, 'evidence' | 'heldUp'> {
  const { trial, found } = one
  const later = trial.compare(observed.later)
  return {
    evidence: {
      table: found.table,
      lift: found.lift,
      ...interval(found, miss),
      agreeing: partsAgreeing(one, observed),
      parts: observed.parts.length,
      later: Number.isFinite(later.lift) && later.z !== 0 ? later.lift : null,
    },
    heldUp: agrees(trial, found, later),
  }
}

const swapped = (all: readonly Held[], { before, after }: { before: Held | null; after: Held | null }) =>
  before === null
    ? after === null
      ? all
      : [...all, after]
    : all.flatMap((one) => (one === before ? (after === null ? [] : [after]) : [one]))
