import { type Parser, wordAt } from './reading.ts'

const HELPS =
  /^(?:am|are|is|was|were|have|had|been|be|'m|'re|'ve|just|currently|now|also|mainly|mostly|only|really|still|again|recently)$/
/** What customers do, in the words of whoever asks. */
const DOES =
  /^(?:look(?:ed|ing)|brows(?:ed|ing)|view(?:ed|ing)|check(?:ed|ing)|visit(?:ed|ing)|shopp(?:ed|ing)|bought|buying|order(?:ed|ing)|purchas(?:ed|ing)|click(?:ed|ing)|open(?:ed|ing)|abandon(?:ed|ing)|spent|spending)$/
const ASKER = /^(?:i|we)$/

/**
 * What is read of customers, but for the deeds of whoever asks: “I’m looking at women in Berlin” and “we visited Leeds”
 * say nothing of what those women did.
 */
export const notOfAsker =
  <T>(inner: Parser<T>): Parser<T> =>
  (reading, at) => {
    const said = ASKER.test(wordAt(reading, at))
    let verb = said ? at + 1 : at
    while (HELPS.test(wordAt(reading, verb))) verb++
    if (DOES.test(wordAt(reading, verb))) {
      let subject = at - 1
      while (HELPS.test(wordAt(reading, subject))) subject--
      if (said || ASKER.test(wordAt(reading, subject))) return undefined
    }
    return inner(reading, at)
  }
