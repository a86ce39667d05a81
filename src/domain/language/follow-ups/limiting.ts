import { phrase, skip } from '../grammar/phrase.ts'
import { wordAt } from '../grammar/reading.ts'
import { stem } from '../linking/stem.ts'
import { changeOf, type Change, conditionsOf } from './edit.ts'
import { numbersOf, setNumber, setOperator } from './edit-numbers.ts'
import { dropTime, setEveryTime, setTime, timesOf } from './edit-times.ts'
import { numberWords, type Referred, referred, timeWords, wordsOf } from './refer.ts'
import { type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'
import { lengthOf } from '../../conditions/facets/windows.ts'
import type { Condition } from '../../conditions/index.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { type SaidLimit, saidLimit, startingAt } from './said-limit.ts'

const change = phrase(
  'make|change|switch|set|turn|use|try|put|adjust|edit|modify|update|move|take|keep|limit|restrict|narrow|do|say|call it|that|this|them?',
  'make it only|just|be|into?',
  'the? same but|thing|,|with|for?',
  'same but|with',
  'the? same thing|again|as before|query|search|people|one? ,? but|with|for|and|only?',
  'go with|for|to|down|up|back?',
  'relax|loosen|tighten|ease|soften it|that|this|the?',
  'only|just',
  'but only|just',
  'and only|just',
  'only|just for|if?',
)
const moreTime = phrase(
  'extend|widen|lengthen|stretch|broaden|expand|shorten|open it|that|this|the? up|out|back?',
)
const moreNumber = phrase(
  'raise|lower|bump|increase|decrease|reduce|lift|up|cut|drop|bring it|that|this|the? up|down?',
)
const tooAtEnd = phrase('too|also|only', 'as well', 'in total')
const into = phrase('to|into|be|at|as|for|with', 'down|up|out|back to', 'down|up')

/** A time, a number or a comparison by itself: `make it 60 days`, `lower it to 300`, `only in the last year`. */
export function limiting(follow: FollowUp): Refined {
  const { reading, current } = follow
  const to = trimmed(reading, trimmed(reading, follow.to, suffixInstead), tooAtEnd)
  let at = isAlternative(follow, to) ? follow.from + 1 : follow.from
  let about: 'time' | 'number' | undefined
  let opened = false
  // "up to 400" is a limit, and no "up it to 400".
  for (let i = 0; i < 3 && saidLimit(reading, at, to)?.kind !== 'number'; i++) {
    const time = moreTime(reading, at)
    const number = moreNumber(reading, at)
    const next = Math.max(time, number, change(reading, at))
    if (next < 0 || next > to) break
    about = next === time ? 'time' : next === number ? 'number' : about
    at = next
    opened = true
  }
  for (let i = at; i < to; i++) {
    const said =
      saidLimit(reading, i, to) ??
      (i === at ? startingAt(reading, i, to) : undefined) ??
      saidLimit(reading, skip(reading, i, into), to)
    if (said === undefined) continue
    const named = meant(follow, at, i, said)
    if (named === undefined) continue
    const wanted = about ?? aboutOf(reading, at, i)
    const instead = opened || follow.correcting || to < follow.to
    const made = changed(follow, said, named, { about: wanted, instead })
    if (made !== undefined) return refinedBy(made, i, follow.to)
    // A number of something that is not at hand is something new.
    return opened && !(said.kind === 'number' && said.of.length > 0) ? { kind: 'unclear' } : undefined
  }
  return undefined

  function meant(of: FollowUp, from: number, end: number, said: SaidLimit): Referred | undefined {
    const all = conditionsOf(current)
    const among =
      said.kind === 'time' || said.kind === 'any time'
        ? all.filter((condition) => timesOf([condition]).length > 0)
        : said.kind === 'bare'
          ? all
          : all.filter((condition) => numbersOf([condition]).length > 0)
    return (
      referred(of.reading, from, end, { current, among: among.length > 0 ? among : all }) ??
      referred(of.reading, from, end, { current })
    )
  }
}

/** "and 90?": another number or time by itself, of what is at hand. */
function isAlternative({ reading, from }: FollowUp, to: number): boolean {
  if (!/^(?:and|or)$/.test(wordAt(reading, from))) return false
  const said = saidLimit(reading, from + 1, to)
  return said?.kind === 'bare' || (said?.kind === 'time' && 'length' in said.time)
}

/** "the amount", "the window": what a bare number is the number of. */
function aboutOf(reading: FollowUp['reading'], from: number, to: number): 'time' | 'number' | undefined {
  for (let i = from; i < to; i++) {
    if (numberWords(reading, i) >= 0) return 'number'
    if (timeWords(reading, i) >= 0) return 'time'
  }
  return undefined
}

function changed(
  { reading, current }: FollowUp,
  said: SaidLimit,
  { conditions, every }: Referred,
  { about, instead }: { readonly about: 'time' | 'number' | undefined; readonly instead: boolean },
): Change | undefined {
  switch (said.kind) {
    case 'time':
      if (about === 'number') return undefined
      return every ? setEveryTime(current, conditions, said.time) : setTime(current, conditions, said.time)
    case 'any time':
      return dropTime(current, conditions)
    case 'operator':
      return setOperator(current, numbersOf(conditions), said.op)
    case 'number': {
      const of = said.of.map(stem)
      const fitting = conditions.filter((condition) => {
        const known = wordsOf(reading, condition)
        return of.every((word) => known.has(word))
      })
      return setNumber(current, numbersOf(fitting), said.test, instead)
    }
    case 'bare': {
      const times = timesOf(conditions).filter(({ facet }) => lengthOf(facet.value) !== undefined)
      const asTimes = times.map((time) =>
        setTime(
          current,
          [time.condition],
          { length: { n: said.n, unit: lengthOf(time.facet.value)?.unit ?? 'day' } },
          [time],
        ),
      )
      const spoken = conditions.filter((condition) => saysNumber(reading, condition))
      const asNumber = setNumber(current, numbersOf(spoken), said.test, instead)
      if (about === 'number') return asNumber
      if (about === 'time') return oneOf(asTimes)
      return oneOf([asNumber, ...asTimes])
    }
  }
}

/** "ordered in the last 60 days" says no number of orders, so that "90" can't be another one. */
const saysNumber = ({ situation }: FollowUp['reading'], condition: Condition): boolean => {
  const said = tokenize(situation.describe(condition)).map(({ number }) => number)
  return numbersOf([condition]).some(({ value }) => [value].flat().some((one) => said.includes(one)))
}

/** All that a bare number may change. */
const oneOf = (changes: readonly (Change | undefined)[]): Change | undefined =>
  changeOf(
    changes.flatMap((each) => (each === undefined ? [] : each.kind === 'edit' ? [each.edit] : each.edits)),
    'Which number should change?',
  )
