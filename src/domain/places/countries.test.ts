import { expect, test } from 'vitest'
import { countryCode, countryCodes, countryName, countryPhrase } from './countries.ts'

test('every code is found by its code, its name and its name in a sentence', () => {
  expect(countryCodes().length).toBeGreaterThan(240)
  for (const code of countryCodes()) {
    expect(countryCode(code.toLowerCase())).toBe(code)
    expect(countryCode(countryName(code))).toBe(code)
    expect(countryCode(countryPhrase(code))).toBe(code)
  }
})

test.for([
  ['UK', 'GB'],
  ['u.s.', 'US'],
  ['  the  netherlands ', 'NL'],
  ['Holland', 'NL'],
  ['Deutschland', 'DE'],
  ['ESPAÑA', 'ES'],
  ['CAN', 'CA'],
  ['NA', 'NA'],
] as const)('%s is %s', ([text, code]) => expect(countryCode(text)).toBe(code))

test.for(['Atlantis', 'Korea', 'England', 'California', ''])('%s is no country', (text) =>
  expect(countryCode(text)).toBeUndefined(),
)

test('names stand in a sentence with their article', () => {
  expect(countryPhrase('US')).toBe('the United States')
  expect(countryPhrase('CA')).toBe('Canada')
  expect(countryPhrase('Atlantis')).toBe('Atlantis')
})
