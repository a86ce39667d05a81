import { isCondition } from '../../criteria/node.ts'
import { doubtful, type Meaning, question } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'

const just = phrase(
  'who|that|have|has? just|recently|newly|freshly',
  'who|that? have|has only? just|recently',
  'who|that? only just',
)
const signedUp = phrase(
  'signed up',
  'joined|registered',
  'joined us',
  'became a? customers|customer|member|members',
)
const PAST = /(?:ed|ought|ent|left|put|made|came|took)$/

/** "just visited the site", "recently left a review": how recently is asked, because "ever" would be everybody. */
export const justDid =
  (deeds: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const verb = just(reading, at)
    const deed = verb < 0 || !PAST.test(wordAt(reading, verb)) ? undefined : deedAt(reading, verb, deeds)
    if (deed === undefined || window(reading, deed.end) !== undefined) return undefined
    const from = /^(?:who|that)$/.test(wordAt(reading, at)) ? at + 1 : at
    const text = said(reading, verb, deed.end)
    const doubt = question(
      from,
      deed.end,
      `How recently? “${said(reading, from, deed.end)}” gives no time.`,
      [
        ['in the last 7 days', `${text} in the last 7 days`],
        ['in the last 30 days', `${text} in the last 30 days`],
        ['at any time', text],
      ],
    )
    return { value: doubtful({ ...doubt, understood: true }), end: deed.end }
  }

/** What was done, with no time and no number of its own. */
function deedAt(reading: Reading, at: number, deeds: Parser<Meaning>): Found<unknown> | undefined {
  const found = deeds(reading, at)
  const end = signedUp(reading, at)
  if (found === undefined || end > found.end) return end < 0 ? undefined : { value: undefined, end }
  const { criteria, doubts } = found.value
  if (criteria === undefined || !isCondition(criteria) || doubts.length > 0) return undefined
  if (criteria.type !== 'events' && criteria.type !== 'orders' && criteria.type !== 'purchases')
    return undefined
  const counted = 'value' in criteria && typeof criteria.value === 'number' && criteria.value !== 1
  return criteria.within !== undefined || counted || reading.tokens.slice(at, found.end).some(isCount)
    ? undefined
    : found
}

const isCount = ({ word, kind }: { readonly word: string; readonly kind: string }): boolean =>
  kind === 'number' || /^(?:once|twice|times|only|just)$/.test(word)
