import { comparison } from '../../language/grammar/comparison.ts'
import { type Doubt, doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import type { Comparison } from '../shared/comparison.ts'
import type { DistanceCondition } from './distance.ts'
import { pointAt, type SaidPoint } from './distance-point.ts'

type Unit = DistanceCondition['unit']

const units: readonly (readonly [Unit | 'm', Phrase])[] = [
  ['km', phrase('km|kms|kilometer|kilometers|kilometre|kilometres|klicks')],
  ['mi', phrase('mi|mile|miles')],
  ['m', phrase('m|meter|meters|metre|metres')],
]
const within = phrase(
  'within|inside of?',
  'within|inside about|around|roughly|approximately',
  'in|within|inside a|an|the',
  'within|inside reach of?',
  'not further|farther|more than',
  'no further|farther|more than',
  'at most|up to|max|maximum|about|around',
)
const beyond = phrase('outside|beyond of? a|an|the?', 'further|farther|more than', 'outside|beyond of?')
const radius = phrase('radius|distance|range|perimeter')
const away = phrase('away', 'or less', 'distance', 'drive')
const from = phrase(
  'of|from|around|to|near|about|surrounding',
  'away from',
  'or less|closer? from|of|to',
  'radius of|around',
  'as the crow flies from|of',
)
const near = phrase(
  'near|nearby|around|close|closest|nearest to?',
  'in|or near|around|about',
  'in or near|around|close to?',
  'in the vicinity|area|neighbourhood|neighborhood|surroundings of',
  'in and around',
  'not far from',
  'next to',
  'local to',
)
const live = phrase(
  'live|lives|living|located|based|situated|are|is|be|being|who|that|reside|residing',
  'live|living|located|based within',
  'at a distance of',
  'located|based|live|living at',
)
const comma = phrase(
  ',',
  '(',
  '-',
  '+',
  'and',
  'plus',
  'within',
  ', within',
  '( within',
  ', in a',
  ', max|maximum',
)
const closing = phrase(')')
const travel = phrase(
  "minutes|minute|mins|min|hours|hour|hrs 's? drive|driving|walk|walking|travel|away?",
  'driving|walking|commuting distance',
)

interface Distance {
  readonly test: Comparison
  readonly unit: Unit
}

function unitAt(reading: Reading, at: number): Found<Unit | 'm'> | undefined {
  for (const [value, words] of units) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  return undefined
}

/** `25 miles`, `within a 25-mile radius`, `more than 50 km`, `between 10 and 50 km`. */
function distanceAt(reading: Reading, at: number): Found<Distance> | undefined {
  const close = within(reading, at)
  const far = beyond(reading, at)
  const compared = comparison(reading, at)
  const opened = Math.max(close, far)
  const found = numberAt(reading, opened) ?? compared ?? undefined
  if (found === undefined) return undefined
  const [test, more] = found.value.tests
  if (test === undefined || more !== undefined || found.value.currency !== undefined || found.value.percent)
    return undefined
  const unit = unitAt(reading, found.end)
  if (unit === undefined) return undefined
  const bare = found.value.bare
  const op = !bare ? test.op : far >= 0 && far > close ? '>' : '<='
  const scaled = unit.value === 'm' ? 0.001 : 1
  const scale = (n: number) => Math.round(n * scaled * 1e6) / 1e6
  const value: Comparison['value'] = Array.isArray(test.value)
    ? [scale(test.value[0]), scale(test.value[1])]
    : scale(test.value)
  return {
    value: { test: { op, value }, unit: unit.value === 'm' ? 'km' : unit.value },
    end: skip(reading, skip(reading, unit.end, radius), away),
  }
}

const numberAt = (reading: Reading, at: number) => (at < 0 ? undefined : comparison(reading, at))

/** `within 25 miles of Leeds`, `more than 50 km from Paris`, `outside a 10 km radius of 51.5, -0.12`. */
const farFrom: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, live), live)
  const distance = distanceAt(reading, start) ?? distanceAt(reading, polar)
  const joined = distance === undefined ? -1 : from(reading, distance.end)
  const point = joined < 0 ? undefined : pointAt(reading, joined)
  if (distance === undefined || point === undefined) return undefined
  return { value: meant(reading, { distance, point, from: at, end: point.end, negative }), end: point.end }
}

/** `near Paris, 50 km`, `around Leeds`, `Leeds + 25 miles`: without a distance it is asked. */
const nearTo: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, live)
  const opened = near(reading, start)
  const point = opened < 0 ? undefined : pointAt(reading, opened)
  if (point === undefined || opened < 0) return undefined
  const distance = behind(reading, point.end)
  if (distance !== undefined) {
    const end = skip(reading, distance.end, closing)
    return { value: meant(reading, { distance, point, from: at, end, negative }), end }
  }
  return { value: howFar(reading, at, point, negative), end: point.end }
}

function behind(reading: Reading, at: number): Found<Distance> | undefined {
  const joint = comma(reading, at)
  return distanceAt(reading, at) ?? (joint < 0 ? undefined : distanceAt(reading, joint))
}

const plus = phrase('plus', '+', 'and', ', plus', 'and up to')
const around = phrase('around|surrounding|about it?|them?', 'radius', 'in every direction')

/** "Leeds plus 25 miles", "in Leeds and 25 miles around". */
const placePlus: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, phraseIn)
  if (reading.tokens[start]?.kind !== 'word') return undefined
  for (const joint of [start + 1, start + 2, start + 3]) {
    const opened = plus(reading, joint)
    const distance = opened < 0 ? undefined : distanceAt(reading, opened)
    if (distance === undefined) continue
    const point = pointAt(reading, start)
    if (point === undefined || point.end !== joint) return undefined
    const said = reading.tokens[joint]?.word === 'and'
    const tail = around(reading, distance.end)
    if (said && tail < 0) return undefined
    const end = Math.max(distance.end, tail)
    return { value: meant(reading, { distance, point, from: at, end, negative: false }), end }
  }
  return undefined
}
const phraseIn = phrase('in|from|around|near')

const byRoad: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, within)
  const token = reading.tokens[start]
  const end = Math.max(travel(reading, start), token?.number === undefined ? -1 : travel(reading, start + 1))
  const joined = end < 0 ? -1 : skip(reading, end, from)
  if (end < 0) return undefined
  const point = pointAt(reading, joined)
  const to = point?.end ?? end
  const doubt = question(
    at,
    to,
    'Travel times are not known here, distances as the crow flies are. Within what distance?',
    point === undefined
      ? []
      : CHOICES.map((far) => [`within ${far}`, `within ${far} of ${said(reading, joined, to)}`]),
  )
  return { value: doubtful(doubt), end: to }
}

const CHOICES = ['10 km', '50 km', '25 miles'] as const

function howFar(reading: Reading, at: number, point: Found<SaidPoint>, negative: boolean): Meaning {
  const [store] = point.value.doubts
  const place = said(reading, point.end - 1, point.end)
  if (store !== undefined && point.value.point === undefined) {
    const both = question(at, point.end, `${store.says} Within what distance of it?${unheld(reading)}`, [])
    return doubtful(both)
  }
  const name = point.value.point?.place ?? place
  const lead = negative ? 'not within' : 'within'
  const choices = CHOICES.map(
    (far) => [`${lead} ${far}`, `${lead} ${far} of ${pointText(point.value, name)}`] as const,
  )
  return doubtful(question(at, point.end, `How near to ${name}?${unheld(reading)}`, choices))
}

const pointText = ({ point }: SaidPoint, name: string): string =>
  point === undefined ? name : `${name} (${point.latitude}, ${point.longitude})`

const isHeld = ({ situation: { vocabulary } }: Reading): boolean =>
  vocabulary.filled('latitude') > 0 && vocabulary.filled('longitude') > 0

const unheld = (reading: Reading): string =>
  isHeld(reading)
    ? ''
    : ' No customer’s coordinates (latitude, longitude) are known, so that no distance can be told yet.'

interface Asked {
  readonly distance: Found<Distance>
  readonly point: Found<SaidPoint>
  readonly from: number
  readonly end: number
  readonly negative: boolean
}

function meant(reading: Reading, { distance, point, from: at, end, negative }: Asked): Meaning {
  const { test, unit } = distance.value
  const { op, value } = test
  const doubts: Doubt[] = [...point.value.doubts]
  const { point: there, assumptions } = point.value
  if (!isHeld(reading)) return doubtful(noCoordinates(reading, at, end, there?.place))
  if (op === '=')
    doubts.push(question(at, end, 'Nobody is at exactly that distance. Within it, or farther away?'))
  if (there === undefined || op === '=' || doubts.length > 0) return { assumptions, doubts }
  const criteria = { type: 'distance', from: there, op, value, unit } as const
  const unknown = negative ? ['People without coordinates are in too.'] : []
  return {
    criteria: negative ? negated(criteria) : criteria,
    assumptions: [...assumptions, ...unknown],
    doubts: [],
    people: true,
  }
}

/** Without anybody's coordinates a distance is named as missing; the city itself may be known. */
function noCoordinates(reading: Reading, from: number, to: number, place: string | undefined): Doubt {
  const cities = reading.situation.vocabulary.values('city')
  const city = cities.find(({ label }) => label.toLowerCase() === place?.toLowerCase())
  const choices =
    city === undefined ? [] : [[`in the city ${city.label}`, `in the city ${city.label}`] as const]
  return question(
    from,
    to,
    'No customer’s coordinates (latitude, longitude) are known, so that no distance can be told. Ask for a city, region, postcode or country instead.',
    choices,
  )
}

export const distancePhrases: readonly Parser<Meaning>[] = [farFrom, nearTo, placePlus, byRoad]
