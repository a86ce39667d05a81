import { type Random, seeded } from '#db/demo/random.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { add, andNot, type Bitset, bitsetFor, count, has } from '../../members/bitset.ts'
import { type Attribute, type Held, held } from './held.ts'
import { type Observed, PARTS } from './observed.ts'
import type { Examined } from './trial.ts'

/** Companies of which it is known what makes them good: the true ICP, among much that has nothing to do with it. */
interface Planted extends Omit<Examined, 'parameters'> {
  /** What the true ICP asks for, by name. */
  readonly truth: ReadonlySet<string>
  /** How much there is beside it. */
  readonly noise: number
}

/** By name: the share of companies that have it, and what it adds to the log odds of a good outcome. */
const VALUES = {
  saas: { share: 0.35, odds: 1.3 },
  snowflake: { share: 0.25, odds: 1.1 },
  hiring: { share: 0.4, odds: 1 },
  funded: { share: 0.3, odds: 1 },
  agency: { share: 0.25, odds: -1.6 },
}
const BAND = { field: 'employees', low: 50, high: 500, odds: 1.3 } as const
const BASE = -1.5
const NOISE_VALUES = 60
const NOISE_FIELDS = ['revenue', 'hiring_velocity', 'headcount_growth'] as const
const NOISE = NOISE_VALUES + NOISE_FIELDS.length
const UNKNOWN = 0.1
const LATER = 0.3

interface PlantOptions {
  /** Companies whose outcome is known. */
  readonly size?: number
  /** How much there is to the true ICP; 0: nothing. */
  readonly strength?: number
  /** What being SaaS adds to the log odds. */
  readonly saas?: number
  /** The log odds of whoever has nothing of it. */
  readonly base?: number
}

export function plant(
  seed: number,
  { size = 2000, strength = 1, saas, base = BASE }: PlantOptions = {},
): Planted {
  const random = seeded(seed, 'planted')
  const values = Object.entries(VALUES).map(([name, { share, odds }]) => ({
    ...valued(name, share, size, random),
    odds: strength * (name === 'saas' ? (saas ?? odds) : odds),
  }))
  const employees = numbers(size, random)
  const oddsOf = (place: number): number =>
    values.reduce(
      (sum, { truly, odds }) => sum + (has(truly, place) ? odds : 0),
      base + (isMidSize(employees, place) ? strength * BAND.odds : 0),
    )
  return {
    everyone: setOf(size, () => true),
    observed: observe(size, random, (place) => 1 / (1 + Math.exp(-oddsOf(place)))),
    attributes: [
      ...values.map(({ attribute }) => attribute),
      ...bandsOf(BAND.field, employees, random),
      ...noiseOf(size, random),
    ],
    truth: new Set([...Object.keys(VALUES), BAND.field]),
    noise: NOISE,
  }
}

/** Two kinds of good companies that share nothing, among as much noise. */
export function plantTwo(seed: number, size = 2500): Planted {
  const random = seeded(seed, 'two kinds')
  const [saas, makers, listed] = [
    valued('saas', 0.3, size, random),
    valued('makers', 0.3, size, random),
    valued('listed', 0.4, size, random),
  ]
  const employees = numbers(size, random)
  const isOneKind = (place: number) => has(saas.truly, place) && isMidSize(employees, place)
  const isTheOther = (place: number) =>
    has(makers.truly, place) && !has(saas.truly, place) && has(listed.truly, place)
  return {
    everyone: setOf(size, () => true),
    observed: observe(size, random, (place) => (isOneKind(place) || isTheOther(place) ? 0.75 : 0.15)),
    attributes: [
      ...[saas, makers, listed].map(({ attribute }) => attribute),
      ...bandsOf(BAND.field, employees, random),
      ...noiseOf(size, random),
    ],
    truth: new Set(['saas', 'makers', 'listed', BAND.field]),
    noise: NOISE,
  }
}

/** A profile with one thing wrong of each kind, by the kind that should say so. */
export function misbuilt(seed: number) {
  const planted = plant(seed, { size: 15_000, saas: 3, base: -4 })
  const parameter = (name: string, mode: 'filter' | number): Held => {
    const found = planted.attributes.find(({ about }) => about === name)
    if (found === undefined) throw new Error(`Nothing planted is called ${name}`)
    const members = andNot(planted.everyone, found.known ?? planted.everyone)
    return { ...held(found, mode), unknown: { criteria: named(`${name} is unknown`), members } }
  }
  const [commonest = planted.attributes[0]] = planted.attributes
    .filter(({ about }) => about.startsWith('noise'))
    .toSorted((a, b) => count(b.members) - count(a.members))
  if (commonest === undefined) throw new Error('There is noise')
  const narrow = planted.attributes.find(
    ({ about, criteria }) =>
      about === `company.${BAND.field}` && JSON.stringify(criteria).match(/\[5\d,1[2-9]\d\]/) !== null,
  )
  const wrong = {
    unknown: parameter('saas', 'filter'),
    weight: parameter('hiring', 20),
    idle: parameter(commonest.about, 3),
    ...(narrow !== undefined && { band: held(narrow, 3) }),
  }
  const examined: Examined = {
    ...planted,
    parameters: [...Object.values(wrong), parameter('funded', 3), parameter('snowflake', 3)],
  }
  return { examined, wrong }
}

/** Criteria to tell what is planted apart by; nobody counts them. */
export const named = (name: string): Condition => ({
  type: 'company',
  field: 'industry',
  op: 'equals',
  value: name,
})

/** What criteria that were planted are about. */
export function nameIn(criteria: Criteria): string {
  if ('none' in criteria && criteria.none[0] !== undefined) return nameIn(criteria.none[0])
  if (!('type' in criteria) || criteria.type !== 'company') return '?'
  return criteria.field === 'industry' ? String(criteria.value) : criteria.field
}

function observe(size: number, random: Random, chance: (place: number) => number): Observed {
  const later = setOf(size, (place) => place >= size * (1 - LATER))
  const earlier = setOf(size, (place) => !has(later, place))
  const part = Array.from({ length: size }, () => random.whole(0, PARTS - 1))
  const parts = Array.from({ length: PARTS }, (_, nth) =>
    setOf(size, (place) => part[place] === nth && has(earlier, place)),
  )
  return { size, good: setOf(size, (place) => random.chance(chance(place))), earlier, later, parts }
}

function setOf(size: number, holds: (place: number) => boolean): Bitset {
  const set = bitsetFor(size - 1)
  for (let place = 0; place < size; place++) if (holds(place)) add(set, place)
  return set
}

function valued(name: string, share: number, size: number, random: Random) {
  const truly = setOf(size, () => random.chance(share))
  const known = setOf(size, () => !random.chance(UNKNOWN))
  const members = setOf(size, (place) => has(truly, place) && has(known, place))
  const attribute: Attribute = { about: name, kind: 'value', criteria: named(name), members, known }
  return { attribute, truly }
}

const numbers = (size: number, random: Random): readonly number[] =>
  Array.from({ length: size }, () => Math.round(150 * Math.exp(1.3 * random.normal())))

const isMidSize = (employees: readonly number[], place: number): boolean =>
  (employees[place] ?? 0) >= BAND.low && (employees[place] ?? 0) < BAND.high

const noiseOf = (size: number, random: Random): readonly Attribute[] => [
  ...Array.from(
    { length: NOISE_VALUES },
    (_, nth) => valued(`noise ${nth + 1}`, random.between(0.05, 0.6), size, random).attribute,
  ),
  ...NOISE_FIELDS.flatMap((field) => bandsOf(field, numbers(size, random), random)),
]

/** Every band between two of the tenths, the outer ones open. */
function bandsOf(
  field: typeof BAND.field | (typeof NOISE_FIELDS)[number],
  values: readonly number[],
  random: Random,
): readonly Attribute[] {
  const known = setOf(values.length, () => !random.chance(UNKNOWN))
  const sorted = values.toSorted((a, b) => a - b)
  const tenths = Array.from(
    { length: 9 },
    (_, nth) => sorted[Math.floor(((nth + 1) / 10) * sorted.length)] ?? 0,
  )
  const bounds = [0, ...tenths, 1e9]
  return bounds.flatMap((low, at) =>
    bounds
      .slice(at + 1)
      .filter((high) => low > 0 || high < 1e9)
      .map(
        (high): Attribute => ({
          about: `company.${field}`,
          kind: 'band',
          criteria: { type: 'company', field, op: 'between', value: [low, high] },
          members: setOf(values.length, (place) => {
            const value = values[place] ?? 0
            return has(known, place) && value >= low && value < high
          }),
          known,
        }),
      ),
  )
}
