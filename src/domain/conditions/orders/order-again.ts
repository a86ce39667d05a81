import { AT_LEAST_ONE, ordersAsked, told } from '../../language/grammar/asked.ts'
import type { BuySlots } from '../../language/grammar/buying.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { allOf, doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import type { Test } from '../../language/grammar/comparison.ts'

/** "ordered again": not for the first time. */
export const boughtAgain = phrase(
  'bought|ordered|purchased|shopped again',
  'placed|made another order|purchase',
)

const NOT_FIRST = '“again” is read as an order that is not their first.'
const TWICE: Test = { tests: [{ op: '>=', value: 2 }], bare: false }

/** "ordered again in 2024": then, and not for the first time; an order spoken of before is that first one. */
export function orderedAgain(reading: Reading, slots: BuySlots, from: number, to: number): Meaning {
  const once = ordersAsked('count', AT_LEAST_ONE, slots)
  if ([...placesBefore(from)].some((i) => isOrder(wordAt(reading, i)))) return told(once, slots)
  const [within, more] = slots.timing?.windows ?? []
  const until = within === undefined || more !== undefined ? 'unsure' : untilEndOf(within)
  if (until === 'unsure') {
    const time = said(reading, from + 2, to)
    return doubtful(
      question(from, to, 'Twice in that time, or once in it after an earlier order?', [
        ['twice in that time', `ordered at least 2 times ${time}`],
        ['then, and at least twice in all', `ordered ${time} and ordered at least 2 times in total`],
      ]),
    )
  }
  const twice = ordersAsked('count', TWICE, {
    where: {},
    ...(until === undefined ? {} : { timing: { windows: [until], assumptions: [], doubts: [] } }),
  })
  return told(allOf([once, twice]), slots, [NOT_FIRST])
}

/** "bought again in store", "…, then ordered again at full price": such an order, and another of any kind before it. */
export function afterAnother({ where }: Pick<BuySlots, 'where'>): Criteria {
  return { type: 'sequence', first: { did: 'ordered' }, next: { did: 'ordered', where } }
}

export const AFTER_ANOTHER = '“again” is read as such an order after any other one.'

const isOrder = (word: string): boolean =>
  /^(?:bought|orders?|ordered|purchased?|purchases|shopped)$/.test(word)

/** Everything up to the end of a time; undefined where it ends now. */
function untilEndOf(window: Window): Window | undefined | 'unsure' {
  switch (window.kind) {
    case 'last':
      return undefined
    case 'older':
      return window
    case 'ago':
      return { kind: 'older', n: window.from, unit: window.unit }
    case 'calendar':
      return window.offset + (window.count ?? 1) > 0 ? undefined : 'unsure'
    case 'dates':
      return window.to !== undefined
        ? { kind: 'dates', to: window.to }
        : window.before !== undefined
          ? { kind: 'dates', before: window.before }
          : undefined
  }
}
