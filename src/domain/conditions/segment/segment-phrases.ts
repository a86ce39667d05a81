import { RFM_SEGMENTS } from '../../rfm/patterns.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Link } from '../../language/linking/links.ts'
import {
  allOf,
  anyOf,
  doubtful,
  type Doubt,
  type Meaning,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { inAllOrAny } from '../../language/grammar/grouping-questions.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { partOfNames } from './part-of-names-phrases.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'

const inWord = phrase(
  'in|within|inside|from|of|into|on|using|use',
  'member|members|part|people of|in',
  'belong|belongs|belonging to|in',
  'in|on|from both|either|all',
  'both|either in',
  'people|customers|everyone in|from',
  'show|shows|showing|appear|appears|appearing|turn|turns|come|comes|found|listed up? in|on|within',
  'sit|sits|sitting|included|contained|present in|on',
  'fall|falls|falling in|into|under',
)
const kindBefore = phrase(
  'the|our|my? segment|list|audience|group|segments|lists',
  'segment|list|audience|group called|named',
  'the|our|my',
  'both|either',
  'the segment|list called|named',
)
const kindAfter = phrase(
  'segment|list|audience|group|segments|lists|members|member|people|customers|one',
  'list members',
)
const joint = phrase(
  'and|or|,|nor',
  ', and|or',
  'and|or in|also?',
  'as well as',
  'and also in?',
  'and|or the',
)

interface Mention {
  readonly criteria: Criteria
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

/** `in VIP`, `not in the Newsletter list`, `in both VIP and At Risk EU`, bare `VIPs`. */
const member: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = inWord(reading, start)
  const first = mention(reading, opened >= 0 ? opened : start)
  if (first === undefined) return undefined
  const mentions = [first.value]
  const names = [said(reading, skip(reading, opened >= 0 ? opened : start, kindBefore), first.end)]
  let any = false
  let end = first.end
  for (;;) {
    const next = opened < 0 ? -1 : joint(reading, end)
    const found = next < 0 ? undefined : mention(reading, next)
    if (found === undefined) break
    if (reading.tokens.slice(end, next).some((token) => token.word === 'or' || token.word === 'nor'))
      any = true
    mentions.push(found.value)
    names.push(said(reading, next, found.end))
    end = found.end
  }
  const parts = mentions.map((one) => one.criteria)
  // "not in A or B" is in neither; "not in A and B" is commonly meant so too.
  const joined = any || negative ? anyOf(parts) : allOf(parts)
  const assumptions = mentions.flatMap((one) => one.assumptions)
  const from = oneIsEnough(reading, at, first.end)
  const unclear = from >= 0 && names.length > 1 && !any && !negative ? [inAllOrAny(from, end, names)] : []
  const doubts = [...mentions.flatMap((one) => one.doubts), ...unclear]
  const criteria = negative ? negated(joined) : joined
  const nominal = opened < 0 && !negative
  return {
    value: {
      ...(doubts.length > 0 ? doubtful(...doubts) : { criteria, assumptions, doubts }),
      people: true,
      ...(nominal ? { nominal: true as const } : {}),
    },
    end,
  }
}

/** "in either VIP and Newsletter", "any of VIP, Newsletter": one may be enough. Where that is said, before or at `at`. */
function oneIsEnough(reading: Reading, at: number, to: number): number {
  if (wordAt(reading, at) === 'of' && /^(?:any|one|either)$/.test(wordAt(reading, at - 1))) return at - 1
  return reading.tokens.slice(at, to).some(({ word }) => word === 'either') ? at : -1
}

function mention(reading: Reading, at: number): Found<Mention> | undefined {
  const kind = kindBefore(reading, at)
  const start = skip(reading, at, kindBefore)
  const links = reading.links.at(start).filter((link) => link.field === 'segment')
  const [link] = links
  const [id] = link?.values ?? []
  if (link === undefined || id === undefined) return undefined
  const rivals = reading.links
    .at(start)
    .filter((one) => one.end >= link.end && one.match === 'whole' && one.field !== 'segment')
  if (rivals.some((one) => one.end > link.end)) return undefined
  const after = kindAfter(reading, link.end)
  const explicit =
    after >= 0 ||
    (kind >= 0 &&
      reading.tokens.slice(at, kind).some((token) => /^(?:segment|list|audience|group)s?$/.test(token.word)))
  const { assumptions, doubts } = explicit ? { assumptions: [], doubts: [] } : versus(link, rivals, start)
  const rfm = RFM_SEGMENTS.find((name) => name === link.label && id.startsWith('seg_rfm_'))
  const criteria: Criteria =
    rfm === undefined ? { type: 'segment', segment: id } : { type: 'rfm', segment: [rfm] }
  return { value: { criteria, assumptions, doubts }, end: after >= 0 ? after : link.end }
}

/** A tag of the same name gives way, and is mentioned; a category or brand makes it a question. */
function versus(link: Link, rivals: readonly Link[], from: number): Omit<Mention, 'criteria'> {
  const tag = rivals.find((one) => one.field === 'tags')
  const product = rivals.find((one) => one.field === 'category' || one.field === 'brand')
  const doubts =
    product === undefined
      ? []
      : [
          question(
            from,
            link.end,
            `“${link.label}” is a segment and a ${product.field}. Which do you mean?`,
            [
              [`the segment ${link.label}`, `in the segment ${link.label}`],
              [
                `bought from the ${product.field} ${product.label}`,
                `bought ${product.field} ${product.label}`,
              ],
            ],
          ),
        ]
  const assumptions =
    tag === undefined
      ? []
      : [`“${link.label}” is read as the segment or list ${link.label}, not as the tag ${tag.label}.`]
  return { assumptions, doubts }
}

const ofThese = phrase(
  'of these|those|them :?',
  'of the following :?',
  'of these|those|the following? lists|segments|groups|audiences|three|four|two :?',
  'of the|my|our? lists|segments|groups :?',
  'of :?',
)
/** Of more groups nobody would want to read who is in any few of them. */
const MOST_GROUPS = 6

const anyWord = phrase('any')
const noneWord = phrase('none|neither', 'not one')
const allWord = phrase('all two|three|four|five|2|3|4|5', 'all|both|each', 'every single? one')

/** `in none of VIP, Newsletter and At Risk EU`, `in all three of them: …` */
function quantifier(reading: Reading, at: number): Found<Meaning> | undefined {
  const [none, all] = [noneWord(reading, at), allWord(reading, at)]
  if (Math.max(none, all) < 0) return undefined
  const opened = ofThese(reading, Math.max(none, all))
  const found = opened < 0 ? undefined : mentionsAt(reading, opened)
  if (found === undefined) return undefined
  const parts = found.value.map(({ criteria }) => criteria)
  return { value: ofMentions(none >= 0 ? negated(anyOf(parts)) : allOf(parts), found.value), end: found.end }
}

/** What several names say together, with all that was assumed and asked of each. */
const ofMentions = (criteria: Criteria, found: readonly Mention[]): Meaning => ({
  criteria,
  assumptions: found.flatMap(({ assumptions }) => assumptions),
  doubts: found.flatMap(({ doubts }) => doubts),
  people: true,
})

/** `in at least two of these: VIP, Newsletter, At Risk EU`, `in any two of them: …`. */
const severalOf: Parser<Meaning> = (reading, at) => {
  const inside = skip(reading, at, inWord)
  const every = quantifier(reading, inside)
  if (every !== undefined) return every
  const any = anyWord(reading, inside)
  const start = Math.max(any, inside)
  const number = comparison(reading, start)
  const [test, more] = number?.value.tests ?? []
  const opened = number === undefined ? -1 : ofThese(reading, number.end)
  if (test === undefined || more !== undefined || opened < 0 || typeof test.value !== 'number')
    return undefined
  const found = mentionsAt(reading, opened)
  const exact = test.op === '=' && !number?.value.bare
  const enough = test.op === '=' && (any >= 0 || test.value === found?.value.length)
  const n = enough || test.op === '>=' || exact ? test.value : test.op === '>' ? test.value + 1 : 0
  if (found === undefined || n < 1 || n > found.value.length || found.value.length > MOST_GROUPS)
    return undefined
  const parts = found.value.map(({ criteria }) => criteria)
  const criteria = anyOf(choose(parts, n).map((some) => allOf(exact ? alone(some, parts) : some)))
  const end = exact && n === 1 ? skip(reading, found.end, notBoth) : found.end
  return { value: ofMentions(criteria, found.value), end }
}

const notBoth = phrase(',? but|and? not both|several')

function mentionsAt(reading: Reading, at: number): Found<readonly Mention[]> | undefined {
  const found: Mention[] = []
  let end = at
  for (let next = at; next >= 0; next = joint(reading, end)) {
    const one = mention(reading, next)
    if (one === undefined) break
    found.push(one.value)
    end = one.end
  }
  return found.length < 2 ? undefined : { value: found, end }
}

/** In these of them, and in none of the others. */
const alone = (some: readonly Criteria[], all: readonly Criteria[]): readonly Criteria[] => [
  ...some,
  ...all.filter((part) => !some.includes(part)).map(negated),
]

/** Every choice of `n` of them. */
function choose<T>(all: readonly T[], n: number): readonly (readonly T[])[] {
  if (n === 0) return [[]]
  return all.flatMap((one, i) => choose(all.slice(i + 1), n - 1).map((rest) => [one, ...rest]))
}

const anyList = phrase(
  'in|on|within|part|member|members of? any|a|one|some of? the|our|my|these? lists|list',
  'in|on any lists|list whatsoever|at?',
)
const noList = phrase('in|on no|none of? the|our|my? lists|list', 'without a|any list')

/** `not in any list`: of the lists that come from elsewhere. */
const anywhere: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const none = noList(reading, start)
  const end = none >= 0 ? none : anyList(reading, start)
  const lists = reading.situation.vocabulary
    .values('segment')
    .filter(({ value }) => value.startsWith('list_'))
  if (end < 0 || lists.length === 0) return undefined
  const any = anyOf(lists.map(({ value }) => ({ type: 'segment', segment: value })))
  const names = lists.map(({ label }) => label).join(', ')
  const criteria = negative !== none >= 0 ? negated(any) : any
  return {
    value: { criteria, assumptions: [`The lists that there are: ${names}.`], doubts: [], people: true },
    end,
  }
}

export const segmentPhrases: readonly Parser<Meaning>[] = [member, severalOf, anywhere, partOfNames]
