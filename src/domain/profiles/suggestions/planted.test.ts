import { expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { andNot, count } from '../../members/bitset.ts'
import { discover } from './discover.ts'
import type { Attribute } from './held.ts'
import { misbuilt, named, nameIn, plant, plantTwo } from './planted.fixture.ts'
import { search } from './search.ts'

/** `npm run suggestions` tries a hundred. */
const SEEDS = Number(process.env['SUGGESTION_SEEDS'] ?? 6)
const seeds = Array.from({ length: SEEDS }, (_, nth) => nth + 1)

const namesOf = (criteria: readonly Criteria[]): ReadonlySet<string> => new Set(criteria.map(nameIn))

function tally(found: readonly { names: ReadonlySet<string>; truth: ReadonlySet<string>; noise: number }[]) {
  const sum = (count: (one: (typeof found)[number]) => number) =>
    found.reduce((all, one) => all + count(one), 0)
  const right = sum(({ names, truth }) => [...truth].filter((name) => names.has(name)).length)
  const wrong = sum(({ names, truth }) => [...names].filter((name) => !truth.has(name)).length)
  return {
    found: right / sum(({ truth }) => truth.size),
    noise: wrong / sum(({ noise }) => noise),
  }
}

const report = (what: string, figures: object) => {
  if (SEEDS >= 100) process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)
}

test('finds what is planted, and next to nothing else', () => {
  const figures = tally(
    seeds.map((seed) => {
      const planted = plant(seed)
      const { findings } = search({ ...planted, parameters: [] })
      return {
        names: namesOf(findings.flatMap(({ after }) => (after === null ? [] : [after.criteria]))),
        truth: planted.truth,
        noise: planted.noise,
      }
    }),
  )
  report('suggested', figures)
  expect(figures.found).toBeGreaterThanOrEqual(0.95)
  expect(figures.noise).toBeLessThanOrEqual(0.05)
})

test('finds nothing where there is nothing', () => {
  const wrong = seeds.filter((seed) => {
    const planted = plant(seed, { strength: 0 })
    return search({ ...planted, parameters: [] }).findings.length > 0
  })
  report('seeds with a suggestion where nothing is planted', { share: wrong.length / SEEDS })
  expect(wrong.length / SEEDS).toBeLessThanOrEqual(0.05)
})

test('discovers the planted ICP, which picks good companies among those that were not looked at', () => {
  const all = seeds.map((seed) => {
    const planted = plant(seed)
    const { profiles } = discover(planted)
    const base = count(planted.observed.good) / planted.observed.size
    return {
      names: namesOf(profiles.flatMap(({ parameters }) => parameters.map(({ criteria }) => criteria))),
      truth: planted.truth,
      noise: planted.noise,
      better: profiles.every(({ later }) => (later.precision ?? 0) > 1.2 * base),
    }
  })
  const figures = tally(all)
  report('discovered', figures)
  expect(figures.found).toBeGreaterThanOrEqual(0.95)
  expect(figures.noise).toBeLessThanOrEqual(0.05)
  expect(all.filter(({ better }) => !better)).toEqual([])
})

test('discovers two kinds of good companies where there are two', () => {
  const figures = tally(
    seeds.map((seed) => {
      const planted = plantTwo(seed)
      const { profiles } = discover(planted)
      expect(profiles.length).toBeLessThanOrEqual(4)
      return {
        names: namesOf(profiles.flatMap(({ parameters }) => parameters.map(({ criteria }) => criteria))),
        truth: planted.truth,
        noise: planted.noise,
      }
    }),
  )
  report('two kinds', figures)
  expect(figures.found).toBeGreaterThanOrEqual(0.95)
  expect(figures.noise).toBeLessThanOrEqual(0.05)
})

test('says what is wrong with a profile: a lost value, bounds, weights, and what does nothing', () => {
  const found = seeds
    .filter((seed) => seed % 2 === 1)
    .map((seed) => {
      const { examined, wrong } = misbuilt(seed)
      const { findings } = search(examined)
      return Object.entries(wrong).map(([kind, one]) =>
        findings.some((finding) => finding.kind === kind && finding.before === one.parameter),
      )
    })
  const share = found.flat().filter(Boolean).length / found.flat().length
  report('defects of a profile', { found: share })
  expect(share).toBeGreaterThanOrEqual(0.95)
})

test('never suggests what is the outcome by another name', () => {
  const planted = plant(1)
  const { observed, everyone } = planted
  const relationship = { about: 'relationship', kind: 'value', known: null } as const
  const attributes: readonly Attribute[] = [
    { ...relationship, criteria: named('customer'), members: observed.good },
    { ...relationship, criteria: named('closed_lost'), members: andNot(everyone, observed.good) },
    ...planted.attributes,
  ]
  const found = search({ ...planted, attributes, parameters: [] })
  expect(found.separators.map(({ about }) => about)).toEqual(['relationship', 'relationship'])
  expect(found.findings.map(({ after }) => after?.criteria)).not.toContainEqual(named('customer'))
  expect(discover({ ...planted, attributes }).separators).toHaveLength(2)
})
