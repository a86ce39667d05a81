import type { Criteria } from '../../criteria/schema.ts'
import { doubtful, type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import type { SampleCondition } from './sample.ts'
import { unquoted } from '../../language/tokens/token.ts'

const random = phrase(
  'random|randomly|randomised|randomized|arbitrary',
  'randomly|arbitrarily selected|chosen|picked|sampled|drawn',
  'a|an|the random|randomised|randomized|arbitrary',
  'a|any randomly selected|chosen|picked',
  'random sample|selection|subset|share|slice of?',
  'a|the? random sample|selection|subset|share|slice|group of?',
  'some random',
  'sample|pick|draw|select|take a? random?',
)
const atRandom = phrase(
  'at random',
  'randomly|arbitrarily selected|chosen|picked?',
  'chosen|selected|picked|drawn randomly|at random?',
  'random|randomised|randomized? sample|holdout|split|share|subset|selection|slice|draw',
  'holdout|control|test group|sample|cell?',
  'hold out group?',
)
const holdout = phrase(
  'holdout|control|test group|sample|cell|set?',
  'hold out group|set?',
  'sample|share|subset|slice|selection|draw',
)
const percentWord = phrase('%|percent|pct', 'per cent')
const ofPeople = phrase(
  'of everybody|everyone|people|customers|them|all',
  'of our|my|the|all? customers|people|contacts|base|audience|list|database',
  'of the customer base',
  'of',
)
const article = phrase('a|an|the|one|exactly|just|only|about|another')
const half = phrase('half', 'one half', 'half of?')
const third = phrase('third', 'one third', 'a third')
const quarter = phrase('quarter', 'one quarter', 'a quarter', 'fourth')
const tenth = phrase('tenth', 'a|one tenth')
const oneIn = phrase('one|1 in|of|out of?', 'one|1 out of', 'every')
const rangeFrom = phrase('from|between')
const rangeTo = phrase('to|and|-')
const ofSplit = phrase(
  'of the split|draw',
  'of split',
  'in the split',
  'split|draw',
  'named|called',
  ', split|draw',
  ', named',
)
const otherWord = phrase('the? other|remaining|rest', 'the rest of|,?')
const keptBack = phrase(
  'holding|hold|keeping|keep|leaving|leave out|back|aside',
  'with|and? holding|keeping|leaving out|back|aside',
  'hold out',
)

interface Size {
  readonly percent?: number
  readonly customers?: number
}

/** `10%`, `half`, `a quarter`, `500`, `one in ten`. */
function sizeAt(reading: Reading, at: number): Found<Size> | undefined {
  for (const [words, percent] of [
    [half, 50],
    [third, 33.33],
    [quarter, 25],
    [tenth, 10],
  ] as const) {
    const end = words(reading, skip(reading, at, article))
    if (end >= 0) return { value: { percent }, end }
  }
  const share = oneIn(reading, at)
  const whole = share < 0 ? undefined : reading.tokens[share]
  if (whole?.number !== undefined && Number.isInteger(whole.number) && whole.number > 1) {
    const ordinal = whole.ordinal === true || reading.tokens[share - 1]?.word !== 'every'
    if (ordinal) return { value: { percent: Math.round(10_000 / whole.number) / 100 }, end: share + 1 }
  }
  const start = skip(reading, at, article)
  const token = reading.tokens[start]
  const n = token?.number
  if (n === undefined || token?.currency !== undefined || token?.times || token?.ordinal) return undefined
  const end = percentWord(reading, start + 1)
  if (end >= 0) return n > 0 && n <= 100 ? { value: { percent: n }, end } : undefined
  return Number.isInteger(n) && n > 0 ? { value: { customers: n }, end: start + 1 } : undefined
}

const MOST_AHEAD = 12

/** Where "at random" stands behind, with no other size before it. */
function randomBehind(reading: Reading, at: number): boolean {
  for (let i = at; i < Math.min(at + MOST_AHEAD, reading.tokens.length); i++) {
    if (/^[.;]$/.test(reading.tokens[i]?.word ?? '')) return false
    if (atRandom(reading, i) >= 0 && (reading.tokens[i]?.word !== 'random' || i > at)) return true
  }
  return false
}

/** `a random 10%`, `10% holdout`, `half of them at random`, `a random 10% of everybody from 50% to 60%`. */
const share: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const kept = keptBack(reading, polar)
  const start = skip(reading, Math.max(polar, kept), inWord)
  const opened = Math.max(random(reading, skip(reading, start, article)), random(reading, start))
  const size = sizeAt(reading, Math.max(opened, start))
  if (size === undefined) return undefined
  let end = skip(reading, size.end, holdout)
  const marked = opened >= 0 || end > size.end || kept >= 0
  if (splitAt(reading, end) === undefined) end = skip(reading, end, ofPeople)
  if (!marked && !(size.value.percent !== undefined && randomBehind(reading, end))) return undefined
  end = skip(reading, end, atRandom)
  const { percent } = size.value
  // A number of people is ranked at random, which stands with the ranks.
  if (percent === undefined) return undefined
  const range = rangeAt(reading, end, percent)
  end = range?.end ?? end
  const split = splitAt(reading, end)
  const besides = kept < 0 && reading.tokens[at - 1]?.word === 'with' && holdout(reading, size.end) >= 0
  if (besides) return { value: insideOrOut(at, end, percent), end }
  const condition: SampleCondition = {
    type: 'sample',
    from: range?.value ?? 0,
    to: Math.round(((range?.value ?? 0) + percent) * 100) / 100,
    ...(split === undefined ? {} : { split: split.value }),
  }
  return {
    value: drawn(condition, { negative: negative !== kept >= 0, said: range === undefined }),
    end: split?.end ?? end,
  }
}

/** "VIPs with a 10% holdout": those who are held out, or all others? */
function insideOrOut(from: number, to: number, percent: number): Meaning {
  const text = `a random ${percent}%`
  const doubt = question(from, to, `Do you mean those who are held out, or all the others?`, [
    [`the ${percent}% held out`, `who are in ${text}`],
    ['all the others', `who are not in ${text}`],
  ])
  return doubtful(doubt)
}

const inWord = phrase('in|within|into|from|among')

function rangeAt(reading: Reading, at: number, percent: number): Found<number> | undefined {
  const opened = rangeFrom(reading, at)
  const low = opened < 0 ? undefined : reading.tokens[opened]?.number
  const middle = low === undefined ? -1 : rangeTo(reading, skip(reading, opened + 1, percentWord))
  const high = middle < 0 ? undefined : reading.tokens[middle]?.number
  if (low === undefined || high === undefined || Math.round((high - low) * 100) !== Math.round(percent * 100))
    return undefined
  return { value: low, end: skip(reading, middle + 1, percentWord) }
}

function splitAt(reading: Reading, at: number): Found<string> | undefined {
  const opened = ofSplit(reading, at)
  const token = opened < 0 ? undefined : reading.tokens[opened]
  if (token?.kind === 'quoted') return { value: unquoted(token.text), end: opened + 1 }
  if (token?.kind !== 'word' || !/^of$/.test(reading.tokens[at]?.word ?? '')) return undefined
  return { value: token.mended ?? token.text, end: opened + 1 }
}

const INDEPENDENT =
  'The random share is drawn from all customers, whatever else is asked, and stays the same people.'

function drawn(
  condition: SampleCondition,
  { negative, said: plain }: { negative: boolean; said: boolean },
): Meaning {
  const criteria: Criteria = negative ? negated(condition) : condition
  return { ...meaning(criteria, plain ? [INDEPENDENT] : []), people: true }
}

/** "… of them at random": what was said before it. */
const trailing: Parser<Meaning> = (reading, at) => {
  const end = atRandom(reading, at)
  if (end < 0 || !/random|chosen|selected|picked|drawn/.test(said(reading, at, end).toLowerCase()))
    return undefined
  for (let i = at - 1; i >= Math.max(0, at - MOST_AHEAD); i--) {
    const size = sizeAt(reading, i)
    const percent = size?.value.percent
    if (percent === undefined || size === undefined || size.end > at) continue
    return {
      value: {
        ...drawn({ type: 'sample', from: 0, to: percent }, { negative: false, said: true }),
        people: true,
      },
      end,
    }
  }
  const doubt = question(at, end, 'How large a random share, or how many people at random?', [
    ['a random 10%', 'in a random 10%'],
    ['half of them', 'in a random 50%'],
  ])
  return { value: doubtful(doubt), end }
}

/** "the other half", "the other 90%": the rest of the same split. */
const other: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, inWord)
  const opened = otherWord(reading, start)
  const size = opened < 0 ? undefined : sizeAt(reading, opened)
  const percent = size?.value.percent
  if (size === undefined || percent === undefined) return undefined
  const end = skip(reading, skip(reading, skip(reading, size.end, holdout), ofPeople), atRandom)
  const from = Math.round((100 - percent) * 100) / 100
  const condition: SampleCondition = { type: 'sample', from, to: 100 }
  const stated = `Read as everybody outside the random ${from}%: the two shares meet nowhere.`
  return { value: { ...meaning(condition, [stated]), people: true }, end }
}

const variant = phrase('group|variant|arm|cell|half|version|bucket', 'test group|arm|cell')
const equalParts = phrase(
  'of|in? a|an|the|our? random? 50 / 50|- 50? random? split|test',
  'of|in? a|an|the|our? a / b test|split',
  'of|in? a|an|the|our? ab test|split',
  'of|in? a|an|the|our? random split|test',
)

/** "variant B of the A/B test", "group A of a 50/50 split". */
const arm: Parser<Meaning> = (reading, at) => {
  const opened = variant(reading, skip(reading, skip(reading, at, inWord), article))
  const letter = opened < 0 ? '' : (reading.tokens[opened]?.word ?? '')
  const end = /^[ab]$/.test(letter) ? equalParts(reading, opened + 1) : -1
  if (end < 0) return undefined
  const [from, to] = letter === 'a' ? [0, 50] : [50, 100]
  const stated = `Variant ${letter.toUpperCase()} is read as the random half from ${from}% to ${to}%.`
  return { value: { ...meaning({ type: 'sample', from, to }, [stated]), people: true }, end }
}

const sampleWords = phrase(
  'a|an|the? random|randomised|randomized sample|selection|subset|group',
  'a|an|the? holdout|control group?',
  'a / b test|split',
  'ab test|split',
  'control group',
)

const purpose = phrase(
  'for|as a|an|our|the? holdout|control|test group|cell|sample?',
  'for|as a|an|the? hold out group?',
)

/** "half of VIP at random, for a holdout": what a share is for says nothing more of it. */
const whatFor: Parser<Meaning> = (reading, at) => {
  const end = purpose(reading, at)
  const drawn = end >= 0 && [...placesBefore(at)].some((i) => (share(reading, i)?.end ?? Infinity) <= at)
  return drawn ? { value: { assumptions: [], doubts: [], people: true }, end } : undefined
}

/** A sample of no size is asked about. */
const sizeless: Parser<Meaning> = (reading, at) => {
  const end = skip(reading, sampleWords(reading, at), ofPeople)
  if (sampleWords(reading, at) < 0) return undefined
  const doubt = question(at, end, 'How large a random share?', [
    ['a random 10%', 'a random 10% of'],
    ['a random half', 'a random 50% of'],
  ])
  return { value: doubtful(doubt), end }
}

export const samplePhrases: readonly Parser<Meaning>[] = [share, other, trailing, arm, whatFor, sizeless]
