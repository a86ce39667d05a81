import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const FRANCE: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }
const BOTH: Criteria = { type: 'attribute', field: 'country', op: 'in', value: ['FR', 'ES'] }

/** Each part as `name = criteria`, then who is left over; or the kind of answer. */
function parts(text: string, criteria?: Criteria): readonly string[] | string {
  const found = interpret(text, {
    ...situation(criteria),
    definition: (id: string) => (id.startsWith('list_') ? undefined : FRANCE),
  })
  if (found.kind !== 'command' || found.command.do !== 'split') return found.kind
  const { parts: made, left } = found.command
  return [
    ...made.map((part) => `${part.name} = ${brief(part.criteria)}`),
    ...(left === undefined ? [] : [`left = ${brief(left)}`]),
  ]
}

const MEN_AND_WOMEN = [
  'Newsletter: men = (segment list_news & gender equals male)',
  'Newsletter: women = (segment list_news & gender equals female)',
  'left = (segment list_news & not(gender equals male | gender equals female))',
]

describe('each part is drafted, and who is in none is counted', () => {
  test.for([
    ['split Newsletter into men and women', MEN_AND_WOMEN],
    ['divide Newsletter: men / women', MEN_AND_WOMEN],
    ['can you break up Newsletter into the men and the women?', MEN_AND_WOMEN],
    ['I need Newsletter twice, once for the men, once for the women', MEN_AND_WOMEN],
    ['duplicate Newsletter twice, one for the men and one for the women', MEN_AND_WOMEN],
    ['two copies of Newsletter, one with men, the other one with women', MEN_AND_WOMEN],
  ] as const)('%s', ([text, wanted]) => expect(parts(text)).toEqual(wanted))

  test.for([
    [
      'split VIP: spent over 1000 / the rest',
      'VIP: the rest = (segment list_vip & not(orders spend > 1000))',
    ],
    [
      'separate VIP into gold customers and those who are not',
      'VIP: the rest = (segment list_vip & not(tags has gold))',
    ],
  ] as const)('%s: together they are the whole', ([text, rest]) => {
    expect(parts(text)).toHaveLength(2)
    expect(parts(text)).toContain(rest)
  })

  test.for([
    'split VIP by country',
    'split VIP into one per country',
    'one segment per country for VIP',
    'make a segment of VIP for each country',
    'clone VIP for every country',
  ])('%s: each country that there is', (text) => {
    expect(parts(text)).toContainEqual(
      expect.stringMatching(/^VIP: .* = \(segment list_vip & country equals FR\)$/u),
    )
    expect(parts(text).at(-1)).toMatch(/^left = \(segment list_vip & not\(/u)
  })

  test.for(['split them by country', 'one segment per country', 'divide these customers per country'])(
    '%s, of whoever is at hand',
    (text) => expect(parts(text, BOTH).slice(0, 2)).toHaveLength(2),
  )

  test('several that are of nobody in particular, with their names', () => {
    expect(
      parts(
        'three segments: customers in France; customers in Spain; gold customers. call them FR, ES, Gold',
      ),
    ).toEqual(['FR = country equals FR', 'ES = country equals ES', 'Gold = tags has gold'])
    expect(parts('list 1 = women in France. list 2 = gold customers')).toHaveLength(2)
  })

  test.for([
    'split VIP into the nice ones and the others',
    'split VIP into three random groups',
    'three segments: customers in France; customers in Spain; gold customers. call them Europe',
    'split VIP into men and women, call it Ladies',
  ])('%s: asks, or says what can’t be', (text) => expect(parts(text)).toMatch(/^(?:question|refused)$/u))

  test.for(['break VIP down by country', 'break down VIP by gender'])('%s asks for figures', (text) => {
    expect(interpret(text, situation())).toMatchObject({ command: { do: 'figures' } })
  })
})
