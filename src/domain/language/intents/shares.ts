import type { Criteria } from '../../criteria/schema.ts'
import { conjuncts } from '../follow-ups/edit.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { type Commanded, done, type ReadCriteria } from './commanded.ts'
import { EVERYBODY, everyone } from './everybody.ts'
import { type Subject, subjectIn, subjectOrAll } from './subject.ts'
import { isOver, sentenceEnd } from './whole.ts'

const SHARE = 'percentage|percent|pct|share|proportion|part|fraction|ratio|%'
const share = phrase(
  `what|which ${SHARE} of`,
  `what|which is|are|was|'s the|our? ${SHARE} of`,
  `the|our? ${SHARE} of`,
  `tell|show|give me|us? the|what? ${SHARE} of`,
  'how much of',
)
/** "of the Newsletter segment, how many …", "out of everyone in VIP what share …" */
const of = phrase('of', 'out of', 'among|amongst|within')
const howMany = phrase(`,? how many of? them|those|these?`, `,? what|which ${SHARE} of? them|those|these?`)
/** "number of customers without a country, and how many of them …" */
const counted = phrase('the? number|count|amount of', "what is|'s the number|count of")
const andHowMany = phrase(
  `,|;|.? and|so? how many of them|those|these`,
  `,|;|.? and|so? what|which ${SHARE} of them|those|these`,
)
const said = phrase('also|actually|currently')
/** What begins what is said of them. */
const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|did|do|does|can|could|who|that|which|never|also|only|'s|'ve|hasn|haven|didn|don|doesn|aren|isn)$/
const SMALL = /^(?:in|from|with|of|at|on|or|and|to|for|by|the|a|an|,|\+|than|who|within|not|no)$/

/** `what percentage of Newsletter has ordered in the last 90 days?`, `of VIP, how many are in France?` */
export function shares(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const repeated = ofRepeaters(reading, start, criteriaOf)
  if (repeated !== undefined) return repeated
  const end = sentenceEnd(reading)
  const opened = share(reading, start)
  if (opened >= 0) {
    const each = Array.from({ length: Math.max(0, end - opened - 1) }, (_, i) => opened + 1 + i)
    const atVerb = each.filter((at) => AUXILIARY.test(wordAt(reading, at)))
    const others = each.filter((at) => !SMALL.test(wordAt(reading, at)) && !atVerb.includes(at))
    for (const at of [...atVerb, ...others]) {
      const found = shareAt(reading, [opened, at], [at, end], criteriaOf)
      if (found !== undefined) return found
    }
    return undefined
  }
  const among = of(reading, start)
  const from = among < 0 ? counted(reading, start) : among
  const asks = among < 0 ? andHowMany : howMany
  for (let at = from + 1; from >= 0 && at < end; at++) {
    const asked = asks(reading, at)
    const found = asked < 0 ? undefined : shareAt(reading, [from, at], [asked, end], criteriaOf)
    if (found !== undefined) return found
  }
  return undefined
}

const repeatRate = phrase(
  "what|whats is|'s|was? the|our|their|my? repeat|returning|repurchase|rebuy|reorder purchase|order|buyer|buying|customer? rate|share|ratio",
  'the|our|their|my? repeat|returning|repurchase|rebuy|reorder purchase|order|buyer|buying|customer? rate|ratio',
  "how high|big|large is|'s the|our|their|my? repeat|repurchase|rebuy|reorder purchase|order|buyer|buying|customer? rate|share|ratio",
)
const whose = phrase('of|for|among|in|within')

/** "what's our repeat rate?": of those who ordered, how many did so at least twice. */
function ofRepeaters(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const opened = repeatRate(reading, start)
  if (opened < 0) return undefined
  const from = whose(reading, opened)
  const subject = from < 0 ? undefined : subjectOrAll(reading, from, sentenceEnd(reading), criteriaOf)
  if (subject === undefined && !isOver(reading, opened)) return undefined
  const told = subject && criteriaFor(reading, subject)
  const base = told === undefined || told === EVERYBODY ? [] : conjuncts(told)
  const [ordered, repeated] = [1, 2].map(
    (value) => ({ type: 'orders', measure: 'count', op: '>=', value }) satisfies Criteria,
  )
  if (ordered === undefined || repeated === undefined) return undefined
  return done({
    do: 'share',
    of: base.length === 0 ? ordered : { all: [...base, ordered] },
    those: base.length === 0 ? repeated : { all: [...base, repeated] },
    words: reading.situation.describe(repeated),
  })
}

function shareAt(
  reading: Reading,
  [from, to]: readonly [number, number],
  [at, end]: readonly [number, number],
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const all = everyone(reading, from) === to
  const subject = all ? undefined : subjectIn(reading, from, to, criteriaOf)
  if (!all && subject === undefined) return undefined
  const those = criteriaOf(at, end) ?? criteriaOf(skip(reading, at, said), end)
  if (those === undefined) return undefined
  const base = subject && criteriaFor(reading, subject)
  return done({
    do: 'share',
    ...(base && { of: base }),
    those: base === undefined ? those : { all: [...conjuncts(base), ...conjuncts(those)] },
    words: reading.situation.describe(those),
  })
}

function criteriaFor({ situation }: Reading, subject: Subject): Criteria | undefined {
  switch (subject.kind) {
    case 'segment':
      return { type: 'segment', segment: subject.id }
    case 'criteria':
      return subject.criteria
    case 'at hand':
      return situation.criteria
  }
}
