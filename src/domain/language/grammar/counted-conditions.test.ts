import { describe, expect, test } from 'vitest'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

const [GOLD, FRANCE, TEA] = ['tags has gold', 'country equals FR', 'purchases any {category:Tea}']
const TWO_OF_THREE = `((${GOLD} & ${FRANCE}) | (${GOLD} & ${TEA}) | (${FRANCE} & ${TEA}))`

describe('so many of the conditions that follow', () => {
  test.for([
    'at least two of these three: tagged gold, in France, bought Tea',
    'customers that match two or more of these: tagged gold, in France, bought Tea',
    'any two of the following conditions: tagged gold; in France; bought Tea',
    'people who meet at least 2 of the 3: tagged gold, in France and bought Tea',
    'at least two of:\n- tagged gold\n- in France\n- bought Tea',
    'more than one of these three: tagged gold, in France, bought Tea',
  ])('%s', (text) => {
    expect(read(text)).toBe(TWO_OF_THREE)
  })

  test.for([
    ['none of the following: staff, wholesale', 'not(tags has staff | tags has wholesale)'],
    ['any of these: in France, bought Tea', `(${FRANCE} | ${TEA})`],
    ['all of these: in France, bought Tea', `(${FRANCE} & ${TEA})`],
    ['exactly one of these: in France, bought Tea', `((${FRANCE} | ${TEA}) & not((${FRANCE} & ${TEA})))`],
    [
      'women, at least one of these two: in France, bought Tea; no staff',
      `(gender equals female & (${FRANCE} | ${TEA}) & not(tags has staff))`,
    ],
  ])('%s', ([text = '', wanted]) => {
    expect(read(text)).toBe(wanted)
  })

  test.for([
    'at least two of these four: in France, bought Tea',
    'two of these three: tagged gold, in France, bought Tea',
    'at least three of these two: in France, bought Tea',
  ])('what does not come out even is asked: %s', (text) => {
    expect(read(text)).toBe('question')
  })
})

describe('headings say what their list is for', () => {
  test.for([
    [
      'Must have: tagged gold, in France. Must not have: wholesale, staff',
      `(${GOLD} & ${FRANCE} & not(tags has wholesale | tags has staff))`,
    ],
    [
      'Must not have: wholesale, staff. Must have: tagged gold',
      `(${GOLD} & not(tags has wholesale | tags has staff))`,
    ],
    ['In: France. Out: staff', `(${FRANCE} & not(tags has staff))`],
    [
      'Include:\n- tagged gold\n- in France\nExclude:\n- wholesale\n- staff',
      `(${GOLD} & ${FRANCE} & not(tags has wholesale | tags has staff))`,
    ],
  ])('%s', ([text = '', wanted]) => {
    const found = read(text)
    expect(found.slice(1, -1).split(' & ').toSorted()).toEqual(wanted?.slice(1, -1).split(' & ').toSorted())
  })
})
