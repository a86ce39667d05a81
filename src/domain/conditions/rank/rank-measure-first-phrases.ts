import { placeSlots, between, noSlots } from '../../language/grammar/buying.ts'
import { peopleIn } from '../../language/grammar/inner.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { products } from '../../language/grammar/products.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'
import { meant } from './rank-meaning.ts'
import { bare, measureBy, type Pieces } from './rank-head-phrases.ts'
import { type Measure, measureAt } from './rank-measure-phrases.ts'
import { readTail } from './rank-tail-phrases.ts'
import { type Size, sizeAt } from './rank-parts-phrases.ts'

const rankVerb = phrase('rank|sort|order|ranked|sorted|ordered')
const everybody = phrase(
  'all|the|our|my? customers|people|buyers|shoppers|everyone|everybody|them|clients|all',
  'all of them|our customers?',
)
const MOST_GROUP = 12

/** What people are ranked by, and who, before how many of them are taken. */
interface RankedBy {
  readonly measure: Measure
  readonly direction: 'top' | 'bottom'
  readonly group?: Pieces['group']
}

const descending = phrase(
  ',|(? descending|desc )?',
  ',|(? in descending order )?',
  ',|(? from? high|highest|most to low|lowest|least )?',
  ',|(? highest|biggest|largest|most|best first )?',
)
const ascending = phrase(
  ',|(? ascending|asc )?',
  ',|(? in ascending order )?',
  ',|(? from? low|lowest|least to high|highest|most )?',
  ',|(? lowest|smallest|least|worst first )?',
)

/** "rank customers in France by spend", "sort by order count, descending" */
function rankedBy(reading: Reading, at: number): Found<RankedBy> | undefined {
  const verb = rankVerb(reading, at)
  if (verb < 0) return undefined
  const all = skip(reading, verb, everybody)
  for (let by = all; by < Math.min(reading.tokens.length, all + MOST_GROUP); by++) {
    const measure = measureBy(reading, by)
    if (measure === undefined) continue
    const described = by > all ? (peopleIn(reading, verb, by) ?? peopleIn(reading, all, by)) : undefined
    if (by > all && described?.criteria === undefined) continue
    const group = described && { group: { ...described, text: said(reading, verb, by) } }
    const down = ascending(reading, measure.end)
    const end = Math.max(down, skip(reading, measure.end, descending))
    return {
      value: { measure: measure.value, direction: down >= 0 ? 'bottom' : 'top', ...group },
      end,
    }
  }
  return undefined
}

const who = phrase('who|which customers|people? has|have?')
const boughtWord = phrase('bought|purchased|ordered|buys')
const spentWord = phrase('spent|paid|spends')
const mostOf = phrase('the? most', 'the? most units|pieces of', 'the? highest number of')
const onWord = phrase('on|for')

/** "who bought the most Protein Bars?", "who spent the most on Skincare this year?" */
function whoMost(reading: Reading, at: number): Found<RankedBy> | undefined {
  const asked = skip(reading, at, who)
  const [bought, spent] = [boughtWord(reading, asked), spentWord(reading, asked)]
  const most = Math.max(bought, spent) < 0 ? -1 : mostOf(reading, Math.max(bought, spent))
  if (most < 0) return undefined
  const on = spent >= 0 ? onWord(reading, most) : most
  const named = on < 0 ? undefined : products(reading, on)
  if (bought >= 0 && named === undefined) return undefined
  const of = named && filterOf(named.value.tree)
  if (named !== undefined && (of === undefined || named.value.not !== undefined)) return undefined
  const slots = noSlots()
  const where = collect(reading, named?.end ?? most, slots, placeSlots, between)
  const time = window(reading, where)
  const [within, more] = time?.value.windows ?? []
  if (more !== undefined) return undefined
  const measure: Measure = {
    ...bare(bought >= 0 ? 'quantity' : 'spend'),
    ...(of && { of }),
    ...(where > (named?.end ?? most) && { where: slots.where }),
    ...(within && { within }),
    assumptions: [...(bought >= 0 ? [OF_UNITS] : []), ...(time?.value.assumptions ?? [])],
    doubts: [...slots.doubts, ...(named?.value.doubts ?? []), ...(time?.value.doubts ?? [])],
  }
  return { value: { measure, direction: 'top' }, end: time?.end ?? where }
}

const OF_UNITS = '“most” is read as units of it.'

/** "Spend on Coffee: …" */
function measureAlone(reading: Reading, at: number): Found<RankedBy> | undefined {
  const found = measureAt(reading, at)
  return found && { value: { measure: found.value, direction: 'top' }, end: found.end }
}

const pause = phrase(',|:|;|.|?|-|!', ',? and|then', ',|.|;? and? then')
const takes = phrase(
  'take|give|keep|show|get|return|pull|pick|want|need|list|find only|just? me|us? only|just?',
  'i|we want|need|would like? only|just?',
  "i|we 'd like only|just?",
  'only|just',
)
const article = phrase('the|our|me|us')
const best = phrase('top|first|best|highest|upper|leading|biggest|strongest')
const worst = phrase('bottom|lowest|last|worst|lower|weakest')
const atTheTop = phrase('at|from|on the? top|head', 'best|top|highest|biggest')
const people = phrase('customers|people|of? them|buyers|spenders|names|ones|places|of those')

/** "take the first 15", "give me the 40 at the top", "Top 12 please" */
function takenAt(reading: Reading, at: number): Found<{ size: Size; flipped: boolean }> | undefined {
  const start = skip(reading, skip(reading, at, takes), article)
  const [up, down] = [best(reading, start), worst(reading, start)]
  const size = sizeAt(reading, Math.max(up, down, start))
  if (size === undefined) return undefined
  const behind = Math.max(up, down) < 0 ? atTheTop(reading, skip(reading, size.end, people)) : size.end
  if (behind < 0) return undefined
  return { value: { size: size.value, flipped: down >= 0 }, end: skip(reading, behind, people) }
}

/** `rank by units bought, take the first 15`: what people are ranked by stands before how many of them are taken. */
const measureFirst: Parser<Meaning> = (reading, at) => {
  const ranking = rankedBy(reading, at) ?? whoMost(reading, at) ?? measureAlone(reading, at)
  const paused = ranking === undefined ? -1 : pause(reading, ranking.end)
  const taken = paused < 0 ? undefined : takenAt(reading, paused)
  if (ranking === undefined || taken === undefined) return undefined
  const { measure, direction, group } = ranking.value
  const other = direction === 'top' ? 'bottom' : 'top'
  const pieces: Pieces = {
    size: taken.value.size,
    direction: taken.value.flipped ? other : direction,
    measure,
    ...(group && { group }),
    end: taken.end,
  }
  readTail(reading, pieces)
  return { value: meant(reading, pieces, { from: at, head: taken.end, negative: false }), end: pieces.end }
}

export const rankMeasureFirst: readonly Parser<Meaning>[] = [measureFirst]
