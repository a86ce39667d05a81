import { canonicalJson } from '#kernel/hash.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { anyOf, negated } from '../grammar/meaning.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import { conjuncts, type Edit } from './edit.ts'
import { excludesEachOther } from './edit-values.ts'
import type { FollowUp, Refined } from './refined.ts'

const union = phrase(
  'merge|merged|combine|combined|join|joined|unite|united|union|together|add|added|pool|pooled|lump',
  'union of?',
  'in one|a single?',
  'put|take|throw together?',
  'either|any of? them|those|these|the two?',
  'in|on either|any',
)
const both = phrase('both of? them|those|these|the? two?')
const overlap = phrase(
  'overlap|intersection|intersect|intersected|common|shared|crossover',
  'in|on|within|inside both|each',
  'in|on|within|inside|part|members of? both|each of? them|these|those|the? two?',
  'who|that are|is in|on both|each',
  'both at once',
  'at the same time',
)
const first = phrase(
  'the? first|1st|former|earlier|previous|old|original one|ones|group|list|audience|segment|set|lot?',
)
const second = phrase(
  'the? second|2nd|latter|new|current|last|latest one|ones|group|list|audience|segment|set|lot?',
  'this|that one|group|list|audience|segment|set|lot',
)
const without = phrase(
  'minus|without|except|excluding|less|not',
  'but|and not',
  'but|who are|is not',
  'but|and|who|that not? are|is not? in?',
)
const groups = phrase(
  'groups|lists|audiences|segments|sets|searches|results|queries|lots|selections|bunches|batches|buckets|cohorts|ones',
  'of them|those|these',
  'the|those|these|my|our|last|previous two|2 groups|lists|audiences|segments|sets|searches|results|queries|lots|selections|ones|of them?',
  'two|2 groups|lists|audiences|segments|sets|searches|results|queries|lots|selections|ones?',
  'them|those|these|they|everyone|everybody|people|customers|all|whoever',
)
const small = phrase(
  'the|a|of|in|into|who|that|are|is|and|with|to|from|for|between|please|,|.|?|!|so|then|now|just|only|again|me|us|up|it|as|list|group|audience|segment|take|show|give|count|see|want|i|we|on|everyone|everybody|people|customers',
  'save|store|keep|create|make|build a|an|new? segment|audience|list|group? of|from|out|with?',
  "who is|'s",
  'how many',
  'how big',
  'actually|rather|really',
)

interface Word {
  readonly says: 'union' | 'both' | 'overlap' | 'first' | 'second' | 'without' | 'groups' | 'small'
  readonly words: Phrase
}
const WORDS: readonly Word[] = [
  { says: 'overlap', words: overlap },
  { says: 'union', words: union },
  { says: 'both', words: both },
  { says: 'first', words: first },
  { says: 'second', words: second },
  { says: 'without', words: without },
  { says: 'groups', words: groups },
  { says: 'small', words: small },
]
const LONGEST = 16

/**
 * `both together`, `the overlap of the two`, `the first one minus the second`: of the people at hand and those asked
 * for before them. A step that only narrowed or widened the other is no audience of its own.
 */
export function ofTwoAudiences({ reading, current, from, to }: FollowUp): Refined {
  const before = otherThan(current, reading.situation.earlier ?? [])
  if (before === undefined || to - from > LONGEST) return undefined
  const heard = heardIn({ reading, from, to })
  const criteria = heard && meant(heard, before, current)
  if (heard === undefined || criteria === undefined) return undefined
  const says = 'of the people asked for before and those at hand'
  const edit: Edit = {
    criteria,
    says,
    put: [criteria],
    taken: [],
    ...('any' in criteria ? { assumed: IN_EITHER } : heard.includes('both') ? { assumed: IN_BOTH } : {}),
  }
  return { kind: 'edit', edit, said: { from, to }, firm: true }
}

/** What each word is, in the order in which they are said; undefined where one of them is something else. */
function heardIn({ reading, from, to }: Pick<FollowUp, 'reading' | 'from' | 'to'>) {
  const heard: Word['says'][] = []
  for (let at = from; at < to; ) {
    let [end, says]: [number, Word['says']] = [-1, 'small']
    for (const word of WORDS) {
      const next = word.words(reading, at)
      if (next > end) [end, says] = [next, word.says]
    }
    if (end < 0 || end > to) return undefined
    heard.push(says)
    at = end
  }
  return heard
}

function meant(heard: readonly Word['says'][], before: Criteria, now: Criteria): Criteria | undefined {
  const [one, two, less] = (['first', 'second', 'without'] as const).map((says) => heard.indexOf(says))
  if (less !== undefined && less >= 0) {
    if (one === undefined || two === undefined || one < 0 || two < 0) return undefined
    if (less < Math.min(one, two)) return undefined
    return one < two ? allButThose(before, now) : allButThose(now, before)
  }
  if (heard.includes('overlap')) return { all: unlike([...conjuncts(before), ...conjuncts(now)]) }
  if (heard.includes('union')) return anyOf([before, now])
  if (!heard.includes('both')) return undefined
  const each = unlike([...conjuncts(before), ...conjuncts(now)])
  // Nobody is in Milan and in Madrid: of those, both are meant together.
  const apart = conjuncts(before).some((a) =>
    conjuncts(now).some((b) => canonicalJson(a) !== canonicalJson(b) && excludesEachOther(a, b)),
  )
  return apart ? anyOf([before, now]) : { all: each }
}

const IN_EITHER =
  'Put together are the people who are in either of the two; “only those in both” leaves the others out.'

const IN_BOTH = '“Both” is read as people who are in each of the two; “either of the two” takes all of them.'

const allButThose = (kept: Criteria, gone: Criteria): Criteria => ({
  all: [...conjuncts(kept), negated(gone)],
})

const unlike = (parts: readonly Criteria[]): readonly Criteria[] => [
  ...new Map(parts.map((part) => [canonicalJson(part), part])).values(),
]

/** The last audience that is neither a narrower nor a wider one of what is at hand. */
function otherThan(current: Criteria, earlier: readonly Criteria[]): Criteria | undefined {
  const now = keysOf(current)
  return earlier.findLast((one) => {
    const held = keysOf(one)
    return !isWithin(held, now) && !isWithin(now, held)
  })
}

const keysOf = (criteria: Criteria): ReadonlySet<string> =>
  new Set(conjuncts(criteria).map((part) => canonicalJson(part)))

const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].every((key) => b.has(key))
