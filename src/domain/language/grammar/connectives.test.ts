import { describe, expect, test } from 'vitest'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

const OPTED = 'consent email subscribed'

describe('what has to hold as well, in any words', () => {
  test.for([
    'provided they accept email',
    'provided that they accept email',
    ', providing they accept email',
    'as long as they accept email',
    ', so long as they accept email',
    'on condition that they accept email',
    ', on the condition they accept email',
    'if they accept email',
    'only if they accept email',
    ', but only if they accept email',
    ', given that they accept email',
    'while they accept email',
    ', although they accept email',
    'even though they accept email',
    ', on top of that they accept email',
    '. Besides, they accept email',
  ])('customers in France%s', (words) => {
    expect(read(`customers in France ${words}`)).toBe(`(country equals FR & ${OPTED})`)
  })

  test('of alternatives it is said of each', () => {
    expect(read('bought Tea or bought Coffee as long as they accept email')).toBe(
      `((purchases any {category:Tea} | purchases any {category:Coffee}) & ${OPTED})`,
    )
  })
})

describe('who is left out, in any words', () => {
  test.for([
    ', apart from staff',
    ', aside from the staff',
    'other than staff',
    'not counting staff',
    'not including the staff',
    'setting aside staff',
    'leaving aside staff',
    ', with the exception of staff',
    ', save for staff',
    ', bar the staff',
    'unless they are staff',
    'except if they are staff',
    'minus staff',
    ', leaving out staff',
    '. Leave out the staff.',
  ])('customers in France%s', (words) => {
    expect(read(`customers in France ${words}`)).toBe('(country equals FR & not(tags has staff))')
  })
})

describe('a clause before those of whom it is said ends at its comma', () => {
  const rest = '(gender equals female & country equals FR)'
  test.for([
    'Apart from staff, women in France',
    'Apart from staff, anyone in France who is female',
    'Not counting staff, give me the women in France',
    'Unless they are staff, give me the women in France',
    'Leave out the staff. Women in France.',
  ])('%s', (text) => {
    expect(read(text).replace('(country equals FR & gender equals female)', rest)).toContain(
      'not(tags has staff)',
    )
    expect(read(text)).toContain('country equals FR')
    expect(read(text)).toContain('gender equals female')
    expect(read(text)).not.toContain('|')
  })

  test.for([
    [
      'Apart from staff and VIPs, anyone who spent over 500 or bought Tea',
      '((orders spend > 500 | purchases any {category:Tea}) & not(tags has staff | segment list_vip))',
    ],
    [
      'Excluding staff, wholesale and VIPs, people in France',
      '(country equals FR & not(tags has staff | tags has wholesale | segment list_vip))',
    ],
    [
      'Unless they have ordered this year or are staff, women in Spain',
      '(gender equals female & country equals ES & not(orders count >= 1 [calendar year 0] | tags has staff))',
    ],
    ['Provided they accept email, everyone in France', `(${OPTED} & country equals FR)`],
    [
      'If they accept email or SMS, everyone in France',
      '((consent email subscribed | consent sms subscribed) & country equals FR)',
    ],
    ['Excluding staff, French, spent over 500', 'question'],
  ])('%s', ([text = '', wanted]) => {
    expect(sorted(read(text))).toBe(sorted(wanted ?? ''))
  })
})

/** The parts of a group in any order. */
const sorted = (text: string): string =>
  text.startsWith('(') ? text.slice(1, -1).split(' & ').toSorted().join(' & ') : text

describe('all that is said of those who are left out leaves them out', () => {
  test.for([
    [
      'everyone in France except those who bought Tea or viewed Coffee',
      'purchases any {category:Tea} | events viewed_product {product:{category:Coffee}}',
    ],
    [
      'customers in France, excluding anyone who is staff or ordered this year',
      'tags has staff | orders count >= 1 [calendar year 0]',
    ],
    [
      'customers in France but not those who bought Tea and opened an email',
      '(purchases any {category:Tea} & events opened_email)',
    ],
    [
      'customers in France except people who are wholesale or anyone from Berlin',
      'tags has wholesale | city equals Berlin',
    ],
  ])('%s', ([text = '', left]) => {
    expect(read(text)).toBe(`(country equals FR & not(${left}))`)
  })

  test('and behind a list that may go on it is asked', () => {
    expect(read('everyone except those who spent over 100, ordered twice or bought Tea')).toBe('question')
  })
})

describe('a loose “or” between two sides that each say several things is the outermost joint', () => {
  const wanted =
    '((purchases any {category:Coffee} & purchases none {category:Tea}) | (purchases any {category:Tea} & purchases none {category:Coffee}))'
  test.for([
    'bought Coffee but never Tea, or bought Tea and never Coffee',
    'bought Coffee, but never any Tea, or bought Tea, and never any Coffee',
    'bought Coffee but never bought Tea, or bought Tea but never bought Coffee',
    'bought Coffee, but never Tea; or who bought Tea and never Coffee',
    'customers who bought Coffee but never Tea, or who bought Tea and never Coffee',
  ])('%s', (text) => {
    expect(read(text)).toBe(wanted)
  })

  test.for([
    [
      'women who opened an email but never ordered, or clicked an ad and bought Tea',
      '(gender equals female & ((events opened_email & orders count = 0) | (events clicked_ad & purchases any {category:Tea})))',
    ],
    [
      'in Spain but never ordered, or in France and ordered twice, excluding staff',
      '(((country equals ES & orders count = 0) | (country equals FR & orders count >= 2)) & not(tags has staff))',
    ],
    // A single thing of the same kind is the other half of what "but" opened, another kind of thing is asked about.
    [
      'in Spain but ordered twice, or spent over 500',
      '(country equals ES & (orders count >= 2 | orders spend > 500))',
    ],
    ['ordered this year but spent under 100, or subscribed to SMS', 'question'],
  ])('%s', ([text = '', sides]) => {
    expect(read(text)).toBe(sides)
  })
})
