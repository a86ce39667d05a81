import { foldText } from '#kernel/text.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, said } from '../../language/grammar/reading.ts'

const inWord = phrase(
  'in|on|from|of',
  'in|on|from|of any|one|some|all|either of? the|our?',
  'in|on|from|of the|our',
)
const anyOf = phrase('any|one|some|all|either of? the|our?', 'the|our|my')
const listWord = phrase('list|lists|segment|segments')
const MOST = 6

/** `the engaged lists`: a word that several lists are called by. Which of them is asked. */
export const partOfNames: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, inWord), anyOf)
  const end = listWord(reading, start + 1)
  const lists = end < 0 ? [] : calledBy(reading, reading.tokens[start]?.word ?? '')
  if (lists.length < 2) return undefined
  const not = negative ? 'not ' : ''
  const names = lists.slice(0, MOST).map(({ label }) => label)
  const doubt = question(at, end, `“${said(reading, start, end)}”: which of them?`, [
    ...names.map((name) => [`${not}in ${name}`, `${not}in the list ${name}`] as const),
    [`${not}in any of them`, `${not}in ${names.map((name) => `the list ${name}`).join(' or ')}`],
  ])
  return { value: { ...doubtful(doubt), people: true }, end }
}

/** The lists whose names begin with a word; none where it is a name by itself. */
function calledBy({ situation }: Reading, word: string) {
  const lists = situation.vocabulary.values('segment')
  const first = ({ label }: { label: string }): boolean => foldText(label).split(/\s+/)[0] === word
  return lists.some(({ label }) => foldText(label) === word) ? [] : lists.filter(first)
}
