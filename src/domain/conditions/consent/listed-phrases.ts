import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import type { ConsentCondition } from './consent.ts'

const SUBSCRIBED: ConsentCondition = { type: 'consent', channel: 'email', is: 'subscribed' }

const areWord = phrase('are|is|were|was')
const stillListed = phrase(
  'still|remain|remained|remains|stay|stayed on our|the|your? list|lists',
  'have|has not left our|the|your list',
)
const unlisted = phrase(
  'no longer|more on our|the|your? list|lists',
  'not on our|the|your? list|lists any more|longer',
  'left our|the|your list',
)

/** `still on the list`: of e-mail, stated. Which list “on the list” means is asked. */
export const listed: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, areWord)
  const held = stillListed(reading, start)
  const end = Math.max(held, unlisted(reading, start))
  if (end < 0 || /^(?:of|for|called|named)$/.test(reading.tokens[end]?.word ?? '')) return undefined
  return {
    value: meaning(held < end ? negated(SUBSCRIBED) : SUBSCRIBED, [
      '“the list” is read as those who consented to e-mail.',
    ]),
    end,
  }
}
