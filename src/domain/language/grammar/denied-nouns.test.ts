import { describe, expect, test } from 'vitest'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

const VIP = 'segment list_vip'
const CHAMPIONS = 'rfm Champions'

describe('names behind a denied name are denied with it', () => {
  test.for(['no VIPs or Champions', 'no VIPs and Champions'])('customers in France, %s', (denial) => {
    expect(read(`customers in France, ${denial}`)).toBe(
      `(country equals FR & not(${VIP}) & not(${CHAMPIONS}))`,
    )
  })

  test.for(['without VIPs and Champions', 'without VIPs or Champions'])(
    'customers in France, %s',
    (denial) => {
      expect(read(`customers in France, ${denial}`)).toBe(`(country equals FR & not(${VIP} | ${CHAMPIONS}))`)
    },
  )

  test('as a list that “or” ends', () => {
    expect(read('no VIPs, Champions or women, spent over 100')).toBe(
      `(not(${VIP}) & not(${CHAMPIONS}) & not(gender equals female) & orders spend > 100)`,
    )
  })

  test('behind “are not”', () => {
    expect(read('customers who are not women or VIPs')).toBe(`(not(gender equals female) & not(${VIP}))`)
  })

  test('and it is said that they are', () => {
    expect(interpret('customers in France, no VIPs or Champions', situation())).toMatchObject({
      assumptions: expect.arrayContaining(['The denial is read for both: neither of them.']),
    })
  })

  test.for([
    'customers who are not women and VIPs',
    'customers not in France or VIPs',
    'no VIPs or people in France',
  ])('it is asked where the first alone may be meant: %s', (text) => {
    expect(read(text)).toBe('question')
  })

  test('brackets keep a denial to what is in them', () => {
    expect(read('customers who either (are not women) or VIPs')).toBe(`(not(gender equals female) | ${VIP})`)
  })

  test('what is said with a verb of its own stays as it is', () => {
    expect(read('customers who are not women or are on the VIP list')).toBe(
      `(not(gender equals female) | ${VIP})`,
    )
  })
})
