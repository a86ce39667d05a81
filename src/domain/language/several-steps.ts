import type { Interpretation } from './interpretation.ts'

/** What a step can be begun with, said of something that is there or that the step before it made; a name is no step. */
const STEP = String.raw`archive|delete|remove|get\s+rid|drop|bin|ditch|scrap|retire|export|download|e-?mail|mail|send|push|sync|upload|refresh|update|clone|copy|duplicate|save|store|schedule|set|make|put|share|tag|publish|activate|turn|merge|hide`
const JOINT = String.raw`(?:(?:and|then|also|plus|next|afterwards|after\s+that|finally|please)[\s,]+)`
/** Whom a request is about: to remove them changes whom it asks for. */
const PEOPLE = 'anyone|anybody|everyone|everybody|people|customers|buyers|shoppers|those|whoever|all'
/** Where the next step begins: “…, then get rid of the old two”. In “any email” none does. */
const NEXT = new RegExp(
  String.raw`(?:\s*[,;.]\s*${JOINT}{0,4}|\s+${JOINT}{1,4})(?=(?:${STEP})\b(?!\s*[,.;:!?]|\s+(?:${PEOPLE})\b))`,
  'giu',
)
/** What a step is done to: other verbs are said of people, who “turn a year older this month”. */
const DONE_TO =
  /\b(?:(?:it|them|that|this|these|both)\b(?!\s+(?:hour|day|morning|evening|week|weekend|month|quarter|season|year|spring|summer|autumn|fall|winter)s?\b)|(?:the|my|our)\s+(?:(?:old|original|other|first|second|last|new|single|separate|source)(?:\s+(?:ones?|two)\b|(?=\s*(?:$|[.,;!?]|too\b|as\s+well\b|and\b|then\b)))|originals|sources|copy|lists?|segments?|file|result|audience|rest|two)\b|(?:to|as|in|for)\s+(?:an?\s+)?(?:csv|excel|xlsx|file|spreadsheet|klaviyo|meta|google|facebook)\b)/iu
/** A step that is done again and again; people “make a purchase every month”. */
const AGAIN =
  /^(?:export|download|e-?mail|mail|push|sync|upload|refresh|update|schedule|publish)\b.*\b(?:every|each|daily|weekly|monthly|nightly|hourly|regularly)\b/isu
/** What a step is done to stands beside it: “tag, Vienna. PS: do this” is no tagging of anything. */
const firstSentence = (rest: string): string => rest.split(/[.!?\n]\s/u, 1)[0] ?? rest
/** Of so many places each is read. */
const MOST = 4

const notDone = (rest: string): string =>
  `“${rest}” is a step of its own and is not done yet: each change is looked at by itself. Say it when this one is decided.`

/**
 * "merge VIP and Newsletter into Core, then get rid of the old two": the first step, and beside it what is not done yet.
 * Undefined where a message is no change with another behind it.
 */
export function severalSteps(
  text: string,
  whole: Interpretation,
  read: (text: string) => Interpretation,
): Interpretation | undefined {
  if (whole.kind !== 'question' && whole.kind !== 'refused') return undefined
  const asks = whole.kind === 'question' && whole.options.length > 0
  const places = [...text.matchAll(NEXT)].filter(({ index }) => index > 0)
  if (places.length === 0 || places.length > MOST) return undefined
  for (const { index, 0: joined } of places.toReversed()) {
    const start = index + joined.length
    const rest = text
      .slice(start)
      .trim()
      .replace(/[.!]+$/u, '')
    if (!DONE_TO.test(firstSentence(rest)) && !AGAIN.test(rest)) continue
    const first = withNote(read(text.slice(0, index)), notDone(rest))
    // What is asked about the whole goes before what is asked about a part of it.
    if (first === undefined || (asks && first.kind === 'question')) continue
    return {
      ...first,
      receipt: [
        ...first.receipt,
        {
          text: text.slice(start),
          start,
          end: text.length,
          as: 'not accounted for',
          meaning: 'a step of its own',
        },
      ],
    }
  }
  return undefined
}

/** A step that changes something, or asks which way it should be done. */
function withNote(first: Interpretation, note: string): Interpretation | undefined {
  switch (first.kind) {
    case 'criteria':
    case 'command':
      return { ...first, note: first.note === undefined ? note : `${first.note} ${note}` }
    case 'question':
      return first.options.length === 0 ? undefined : { ...first, question: `${first.question} ${note}` }
    case 'refused':
    case 'talk':
      return undefined
  }
}
