import { type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { type Reading, said } from '../../language/grammar/reading.ts'
import type { Window } from '../../time/window.ts'
import { windowWords } from '../../time/words.ts'

const CAME = /^(?:back|return(?:ed)?|seen)$/
const ONLINE = /^(?:carts?|baskets?|checkouts?|brows\w*|viewed|looked|visit\w*|site|website|web)$/

/** "abandoned a cart and hasn’t been back since": of what is done on the site, coming back is a visit. */
export function visitsSince(reading: Reading, at: number, end: number, within: Window): Meaning | undefined {
  const held = reading.situation.vocabulary.values('event').some(({ value }) => value === 'visited_site')
  const words = (from: number, to: number) => reading.tokens.slice(from, to).map(({ word }) => word)
  const online = words(0, at).some((word) => ONLINE.test(word))
  if (!held || !online || !words(at, end).some((word) => CAME.test(word))) return undefined
  return meaning({ type: 'events', event: ['visited_site'], op: '=', value: 0, within }, [
    `“${said(reading, at, end)}” is read as: no visit to the site ${windowWords(within)}.`,
  ])
}
