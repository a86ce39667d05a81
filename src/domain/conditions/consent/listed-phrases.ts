import { doubtful, type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, said, wordAt } from '../../language/grammar/reading.ts'
import type { ConsentCondition } from './consent.ts'

const SUBSCRIBED: ConsentCondition = { type: 'consent', channel: 'email', is: 'subscribed' }

const NAMED = /^(?:of|for|called|named)$/
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
  if (end < 0 || NAMED.test(wordAt(reading, end))) return undefined
  return {
    value: meaning(held < end ? negated(SUBSCRIBED) : SUBSCRIBED, [
      '“the list” is read as those who consented to e-mail.',
    ]),
    end,
  }
}

const onList = phrase('on our|the|your|my list', 'part of our|the list')
/** What shops call the list that everybody is on who takes their e-mails. */
const MAILING = /news|mail|subscri/i
const MOST_LISTS = 4

/** `on the list`, `not on our list`: consent, or a list that is kept; it is asked which. */
export const onSomeList: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const end = onList(reading, skip(reading, start, areWord))
  if (end < 0 || NAMED.test(wordAt(reading, end))) return undefined
  const lists = reading.situation.vocabulary
    .values('segment')
    .filter(({ label }) => MAILING.test(label))
    .slice(0, MOST_LISTS)
  const not = negative ? 'not ' : ''
  const doubt = question(at, end, `“${said(reading, at, end)}”: which list?`, [
    [`${not}consented to e-mail`, `${not}subscribed to email`],
    ...lists.map(({ label }) => [`${not}on the list ${label}`, `${not}on the list ${label}`] as const),
  ])
  return { value: doubtful(doubt), end }
}
