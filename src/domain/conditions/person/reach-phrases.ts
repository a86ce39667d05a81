import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, wordAt } from '../../language/grammar/reading.ts'
import { ofPerson } from './person-criteria.ts'

const byEmail = phrase(
  'reachable|contactable by|via|through|over email|emails|mail',
  'emailable|mailable',
  'e - mailable',
  'can be? emailed|mailed',
  'with|has|have an? e-mail|email|emails',
  'email|e-mail|emails on file',
  'can be? emailed|mailed|reached|contacted by|via|through? email|mail',
  'be? emailed|reached|contacted by email',
  'we can email|mail',
  'we have an|the|their? email|mail address|addresses? for|of?',
  'whose email|mail address? we have|know',
)
const byPhone = phrase(
  'reachable|contactable by|via|through|over|on the? phone|telephone|mobile',
  'callable',
  'be? called|phoned|rung',
  'can be? called|phoned',
  'we can call|phone|ring',
  'we have a|the|their? mobile|phone|telephone|cell number|numbers? for|of?',
  'whose mobile|phone|telephone|cell number? we have|know',
)
const somehow = phrase('reachable|contactable', 'be? reached|contacted', 'we can reach|contact')

/** "who called us" got in touch, and nobody says whether they can be called: "be", or a word that took it, tells. */
const DONE = /^(?:called|phoned|rung|reached|contacted|emailed|mailed)$/
const TOOK_BE = /^(?:be|been|cannot|cant|unable)$/

/** `reachable by email`, `can be called`, `reachable`. */
export const reachable: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  if (DONE.test(wordAt(reading, start)) && !TOOK_BE.test(wordAt(reading, start - 1))) return undefined
  const [email, phone, any] = [byEmail(reading, start), byPhone(reading, start), somehow(reading, start)]
  const end = Math.max(email, phone, any)
  if (end < 0) return undefined
  const known = {
    email: ofPerson('email', 'known'),
    phone: ofPerson('phone', 'known'),
  }
  const [criteria, says] =
    email === end
      ? [known.email, 'an e-mail address']
      : phone === end
        ? [known.phone, 'a phone number']
        : [{ any: [known.email, known.phone] }, 'an e-mail address or a phone number']
  return {
    value: meaning(negative ? negated(criteria) : criteria, [
      `Reachable is read as having ${says}: no consent is kept for people at companies.`,
    ]),
    end,
  }
}
