import { expect, test } from 'vitest'
import { countriesWithRegion, regionName } from './regions.ts'

test.for([
  ['US', 'CA', 'California'],
  ['US', 'us-ca', 'California'],
  ['CA', 'ON', 'Ontario'],
  ['GB', 'ENG', 'England'],
  ['DE', 'by', 'Bavaria'],
  ['FR', 'IDF', 'Île-de-France'],
  ['JP', '13', 'Tokyo'],
] as const)('%s %s is %s', ([country, code, name]) => expect(regionName(country, code)).toBe(name))

test.for([
  ['US', 'ON'],
  ['AT', 'W'],
  ['US', 'California'],
  ['Atlantis', 'CA'],
] as const)('%s has no subdivision %s', ([country, code]) =>
  expect(regionName(country, code)).toBeUndefined(),
)

test('a code alone can belong to several countries', () => {
  expect(countriesWithRegion('ca')).toEqual(expect.arrayContaining(['US', 'IT']))
  expect(countriesWithRegion('California')).toEqual([])
})
