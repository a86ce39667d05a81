import { expect, test } from 'vitest'
import { citiesLike, citiesNamed, cityKey } from './gazetteer.ts'
import { otherNames } from './city-names.ts'

const named = (name: string) =>
  citiesNamed(name).map(({ country, region }) => [country, region].join(' ').trim())

test.for([
  ['Leeds', 'GB ENG'],
  ['zurich', 'CH ZH'],
  ['Cologne', 'DE'],
  ['KÖLN', 'DE'],
  ['Gothenburg', 'SE'],
  ['NYC', 'US NY'],
  ['washington dc', 'US DC'],
  ['St. Louis', 'US MO'],
  ['saint louis', 'US MO'],
  ['São Paulo', 'BR'],
  ['sao paulo', 'BR'],
  ['Reykjavík', 'IS'],
] as const)('%s', ([name, place]) => expect(named(name)[0]).toBe(place))

test('namesakes, the largest first', () => {
  expect(named('Paris')).toEqual(['FR', 'US TX'])
  expect(named('Birmingham').slice(0, 2)).toEqual(['GB ENG', 'US AL'])
  expect(named('London')).toEqual(['GB ENG', 'CA ON'])
})

test('where they lie', () => {
  const [paris] = citiesNamed('Paris')
  expect(paris).toMatchObject({ latitude: 48.853, longitude: 2.349 })
  expect(citiesNamed('Middlemarch')).toEqual([])
})

test('a slip is near', () => {
  expect(citiesLike('Leedss')).toContain('Leeds')
  expect(citiesLike('Manchster')).toContain('Manchester')
})

test('other names are of cities that are there', () => {
  for (const [place, others] of otherNames) {
    const [country, name] = [place.slice(0, 2), place.slice(3)]
    expect(citiesNamed(name).some((city) => city.country === country)).toBe(true)
    for (const other of others) {
      expect(
        citiesNamed(other).some((city) => city.country === country && cityKey(city.name) === cityKey(name)),
      ).toBe(true)
    }
  }
})
