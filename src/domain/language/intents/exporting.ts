import { canonicalJson } from '#kernel/hash.ts'
import { article, FILE, formatAt } from '../grammar/format-names.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { framingOf } from './framing.ts'
import { segmentAt } from './segment-reference.ts'
import { afterCourtesy } from './whole.ts'

const exportWord = phrase(
  'export|download|extract|dump',
  'sync|push|upload|send',
  'save|put|write|get|give|need|want',
  `${FILE} of|with|for|from`,
  `a|an|the csv|excel? ${FILE} of|with|for|from`,
  `give|send|get|make|need|want|prepare|create me|us? a|an|the? csv|excel? ${FILE} of|with|for|from`,
  'i|we need|want',
  'i|we would|d like',
)
/** "export the customers in VIP": its members. */
const members = phrase(
  'all|everything|everyone|everybody? of|in? the|my|our? customers|people|members|contacts|folks|list|everyone|everybody|anyone|those who|that? are|is? in|of|from|on|inside',
)
/** With these it is an export only where a file or a program is named. */
const LOOSE = /^(?:save|put|write|get|give|need|want|like|sync|push|upload|send)$/
const contact = phrase(
  'with|including|incl their|the? contact columns|details|data',
  'with|including|incl their|the? emails|email|names|addresses|phones|contacts email|addresses|and? names|phones?',
)
const ELSEWHERE =
  /\b(?:https?|s?ftp|s3|gs):\/\/|\bto\s+(?:mailchimp|hubspot|salesforce|braze|slack|dropbox|google\s+(?:drive|sheets?)|tiktok|linkedin|snowflake|bigquery)\b/iu

const NO_SENDING =
  'Muster sends nothing to other programs or addresses. It writes a file for Klaviyo, Google Ads, Meta or a spreadsheet, once a human has confirmed it, and every export is logged: “export VIP as CSV”, “export VIP for Klaviyo”.'

/** `export VIP as CSV`, `csv of VIP please`, `I need VIP in excel`, `download that` */
export function exporting(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const { tokens } = reading
  const opened = exportWord(reading, start)
  if (opened < 0) return undefined
  const word = tokens[opened - 1]?.word ?? ''
  const segment =
    segmentAt(reading, skip(reading, opened, article)) ??
    segmentAt(reading, Math.max(members(reading, opened), opened))
  const program = formatAt(reading, segment?.end ?? opened)
  if (LOOSE.test(word) && (program === undefined || segment === undefined)) return undefined
  if (ELSEWHERE.test(reading.text) || /^(?:sync|push|upload|send)$/.test(word))
    return { kind: 'refused', missing: 'sending to other programs', reason: NO_SENDING }
  if (segment === undefined || !isMeant(reading, opened, segment))
    return describesPeople(reading, criteriaOf) ? undefined : saveFirst(reading, start)
  let end = program?.end ?? segment.end
  const columns = contact(reading, end)
  end = Math.max(end, columns)
  if (afterCourtesy(reading, end) < tokens.length)
    return describesPeople(reading, criteriaOf) ? undefined : unread(reading, end, segment.value.name)
  return done({
    do: 'export_segment',
    segment: segment.value.id,
    ...(program === undefined ? {} : { format: program.value }),
    ...(columns < 0 ? {} : { contact: true }),
  })
}

/** "download the emails of gold customers": people who are counted, so that they can be saved. */
function describesPeople(reading: Reading, criteriaOf: ReadCriteria): boolean {
  const { file, start } = framingOf(reading, 0, reading.tokens.length)
  return file === true && criteriaOf(start, reading.tokens.length) !== undefined
}

/** "download that" means the segment spoken of last only where its people are at hand. */
function isMeant(reading: Reading, at: number, { value, end }: Found<{ readonly id: string }>): boolean {
  const { criteria, definition } = reading.situation
  const pronoun = /^(?:it|that|this|them|these|those)$/i.test(said(reading, skip(reading, at, article), end))
  if (!pronoun || criteria === undefined) return true
  const own = definition?.(value.id)
  return own !== undefined && canonicalJson(own) === canonicalJson(criteria)
}

const saveFirst = ({ tokens }: Reading, from: number): Commanded =>
  doubtOf({
    kind: 'question',
    says: 'What is exported is a saved segment: which one? People who were only counted are saved first, with “save it as …”.',
    choices: [],
    from,
    to: tokens.length,
  })

const unread = (reading: Reading, from: number, name: string): Commanded =>
  doubtOf({
    kind: 'question',
    says: `“${said(reading, from, reading.tokens.length)}” can’t be chosen in an export: it is a CSV of every member, with or without contact columns. Say “export ${name} as CSV” or “export ${name} with contact columns”.`,
    choices: [`export ${name} as CSV`, `export ${name} with contact columns`].map((text) => ({
      label: text,
      instead: text,
    })),
    from: 0,
    to: reading.tokens.length,
  })
