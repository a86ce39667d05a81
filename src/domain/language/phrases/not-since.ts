import { windowWords } from '../../time/words.ts'
import type { Window } from '../../time/window.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Meaning, meaning } from '../grammar/meaning.ts'
import { placesBefore } from '../grammar/look-back.ts'
import { NON_BUYERS } from '../grammar/non-buyers.ts'
import { phrase } from '../grammar/phrase.ts'
import { type Found, type Parser, type Reading, said } from '../grammar/reading.ts'
import { sinceWindowBefore, window } from '../grammar/window.ts'
import { type Deed, deedBefore } from './deed-before.ts'

const since = phrase(
  'have|has|had|did|do|does? not|never since|again|anymore',
  'have|has|had|did|do|does? not|never done? so|it|this|that since|again|anymore',
  'have|has|had|did|do|does? not|never done? so|it|this|that? since then|that',
  'bought|ordered|purchased nothing|none else|more? since|after|afterwards',
  'bought|ordered|purchased nothing|none else|more? since then|that',
  'nothing else|more since|after|afterwards',
)

const onceMore = phrase('but|and never|not again')

/** “two orders by August, none after”: nothing of the kind since. */
const noneAfter = phrase(
  'none|nothing|zero since',
  'none|nothing|zero after|afterwards|afterward|thereafter',
  'none|nothing|zero after|since that|then|this|it',
  'none|nothing|zero at all? after|since that|then|this|it?',
  'no|not|never more? orders|order|purchases|purchase after|since that|then|this|it?',
  'not|never any? more? after that|then|this|it?',
)
const firstOrder = phrase('first|1st|initial order|purchase')

/**
 * "used a coupon in May and hasn’t since", "bought Tea in spring but not again": what was done then, never after
 * that time. `deeds` reads what can stand before it.
 */
export const notSince =
  (deeds: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const after = noneAfter(reading, at)
    const again = onceMore(reading, at)
    const end = Math.max(since(reading, at), again, after)
    // "not since March" names its own time.
    if (end < 0 || (window(reading, end - 1)?.end ?? end) > end) return undefined
    const within = sinceWindowBefore(reading, at)
    const deed = deedBefore(reading, at, deeds)
    if (within === undefined)
      return (
        (again === end ? onlyOnce(reading, at, deed, end) : undefined) ??
        nothingAfter(deed, end) ??
        (after === end ? onlyTheFirst(reading, at, end) : undefined)
      )
    const ofOrders = after === end && saysOrder(reading, at, end)
    // “clicked in October and nothing after” may be of clicks, and of orders.
    if (after === end && deed?.type === 'events' && !ofOrders) return undefined
    const plain = ofOrders || (deed?.type === 'orders' && !speaksOfUse(reading, at))
    const kind = deed === undefined || plain ? 'no order' : 'nothing of the kind'
    const stated = `Since then is read as: ${kind} ${windowWords(within)}.`
    const criteria = noneOf(ofOrders ? undefined : deed, within, speaksOfUse(reading, at))
    return { value: meaning(criteria, ofOrders ? [stated, NON_BUYERS] : [stated]), end }
  }

const saysOrder = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => /^(?:orders?|purchases?)$/.test(word))

/** “opened an e-mail and never again”, “used WELCOME10 once but never again”: that, exactly once. */
function onlyOnce(
  reading: Reading,
  at: number,
  deed: Deed | undefined,
  end: number,
): Found<Meaning> | undefined {
  if (deed === undefined || deed.within !== undefined) return undefined
  const stated = `“${said(reading, at, end)}” is read as exactly once in all.`
  const once = { op: '=', value: 1 } as const
  switch (deed.type) {
    case 'events':
      return { value: meaning({ ...deed, ...once }, [stated]), end }
    case 'purchases':
      if (deed.match !== 'any' || deed.measure !== undefined) return undefined
      return { value: meaning({ ...deed, measure: 'orders', ...once }, [stated]), end }
    case 'orders':
      if (deed.where === undefined || !speaksOfUse(reading, at)) return undefined
      return { value: meaning({ ...deed, measure: 'count', ...once }, [stated]), end }
  }
}

/** "bought the Starter Kit and nothing since": no order of anything after it. */
function nothingAfter(deed: Deed | undefined, end: number): Found<Meaning> | undefined {
  if (deed?.type !== 'purchases' || deed.match !== 'any' || deed.measure !== undefined) return undefined
  if (deed.except !== undefined || deed.where !== undefined) return undefined
  const { of, within } = deed
  const criteria: Criteria = {
    type: 'sequence',
    first: { did: 'ordered', product: of },
    next: { did: 'ordered' },
    not: true,
    ...(within === undefined ? {} : { within }),
  }
  return { value: meaning(criteria, [NOTHING_AFTER]), end }
}

const NOTHING_AFTER = 'Read as: no order of anything after it.'

/** “first order over 150 and nothing after that”: there is no second one. */
function onlyTheFirst(reading: Reading, at: number, end: number): Found<Meaning> | undefined {
  for (const i of placesBefore(at)) {
    if (firstOrder(reading, i) < 0) continue
    const stated = `“${said(reading, at, end)}” is read as exactly one order.`
    return { value: meaning({ type: 'orders', measure: 'count', op: '=', value: 1 }, [stated]), end }
  }
  return undefined
}

const USED = /^(?:used?|using|redeem(?:ed)?|appl(?:y|ied)|entered|claimed|took|taken)$/

/** "used a code … not since" is of codes; "bought with a code … not since" is of buying. */
const speaksOfUse = (reading: Reading, at: number): boolean =>
  reading.tokens.slice(Math.max(0, at - 15), at).some(({ word }) => USED.test(word))

function noneOf(deed: Deed | undefined, within: Window, ofUse: boolean): Criteria {
  const where = deed?.where === undefined || !ofUse ? {} : { where: deed.where }
  switch (deed?.type) {
    case 'events':
      return {
        type: 'events',
        event: deed.event,
        op: '=',
        value: 0,
        within,
        ...(deed.where && { where: deed.where }),
      }
    case 'purchases':
      return {
        type: 'purchases',
        match: 'none',
        of: deed.of,
        within,
        ...(deed.where && { where: deed.where }),
      }
    case 'orders':
    case undefined:
      return { type: 'orders', measure: 'count', op: '=', value: 0, within, ...where }
  }
}
