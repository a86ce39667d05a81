import { canonicalJson } from '#kernel/hash.ts'
import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { conjuncts } from '../follow-ups/edit.ts'
import { article, FILE } from '../grammar/format-names.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said, wordAt } from '../grammar/reading.ts'
import { askBack, type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { columnsAt, names } from './export-columns.ts'
import { type ExportParts, partsAt } from './export-parts.ts'
import { framingOf } from './framing.ts'
import { segmentAt } from './segment-reference.ts'
import { isOver } from './whole.ts'

const exportWord = phrase(
  'export|download|extract|dump',
  'sync|push|upload|send',
  'save|put|write|get|give|need|want|pull|grab|fetch|have|show|list',
  'save|put|write|get|give|pull|grab|fetch|show|list|send me|us',
  `${FILE} of|with|for|from`,
  `a|an|the csv|excel? ${FILE} of|with|for|from`,
  `give|send|get|make|need|want|prepare|create me|us? a|an|the? csv|excel? ${FILE} of|with|for|from`,
  'i|we need|want',
  'i|we would|d like',
)
const aFile = phrase(`a|an|the csv|excel? ${FILE} of|with|for|from|containing`)
/** "export the customers in VIP": its members. */
const members = phrase(
  'all|every|everyone of? the|my|our?',
  'all|everything|everyone|everybody? of|in? the|my|our? customers|people|members|contacts|folks|list|everyone|everybody|anyone|those who|that? are|is? in|of|from|on|inside',
)
/** With these it is an export only where a file or a program is named. */
const LOOSE =
  /^(?:save|put|write|get|give|need|want|like|sync|push|upload|send|pull|grab|fetch|have|show|list|me|us)$/
/** "the Newsletter people" */
const folks = phrase('people|customers|members|folks|contacts|subscribers|lot|crowd')
const leading = phrase(
  'just|only? a|an|the? list|lists|export|file|csv of just|only? the|their|all?',
  'just|only the|their? hashed?',
  'the|their? hashed',
)
const of = phrase(
  'of|for|from|in',
  'of|for|from|in everyone|everybody|anyone|all|people|customers|members in|from|on|of',
)
/** What follows takes some of them alone. */
const limits = phrase(
  'but|only|just|who|whose|that|which|with|without|minus|except|excluding|in|from|tagged|where|if|less',
)
const ELSEWHERE =
  /\b(?:https?|s?ftp|s3|gs):\/\/|\bto\s+(?:mailchimp|hubspot|salesforce|braze|slack|dropbox|google\s+(?:drive|sheets?)|tiktok|linkedin|snowflake|bigquery)\b/iu

const NO_SENDING =
  'Muster sends nothing to other programs or addresses. It writes a file for Klaviyo, Google Ads, Meta or a spreadsheet, once a human has confirmed it, and every export is logged: “export VIP as CSV”, “export VIP for Klaviyo”.'

/** `export VIP as CSV`, `csv of VIP please`, `only the ids of VIP`, `I need VIP in excel`, `download that` */
export function exporting(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const verb = verbAt(reading, start)
  const listed = columnsOf(reading, Math.max(verb, start), verb < 0)
  const opened = listed?.end ?? verb
  if (opened < 0) return asFile(reading, start)
  const word = verb < 0 ? '' : wordAt(reading, verb - 1)
  const segment =
    segmentAt(reading, skip(reading, opened, article)) ??
    segmentAt(reading, Math.max(members(reading, opened), opened))
  const { value: behind, end } = partsAt(reading, skip(reading, segment?.end ?? opened, folks))
  const parts = { ...listed?.value, ...behind }
  const asksForFile =
    parts.format !== undefined || parts.hashed === true || parts.columns?.columns.some(names) === true
  if ((verb < 0 || LOOSE.test(word)) && (segment === undefined || !asksForFile)) return undefined
  if (ELSEWHERE.test(reading.text) || /^(?:sync|push|upload|send)$/.test(word))
    return { kind: 'refused', missing: 'sending to other programs', reason: NO_SENDING }
  if (isOfAtHand(reading, opened)) return ofUnsaved(reading, start)
  if (segment === undefined || !isMeant(reading, opened, segment))
    return describesPeople(reading, criteriaOf)
      ? undefined
      : (told(reading, opened, criteriaOf) ?? ofUnsaved(reading, start))
  if (!isOver(reading, end)) {
    if (describesPeople(reading, criteriaOf)) return undefined
    return (
      some(reading, segment.value, end, criteriaOf) ??
      told(reading, opened, criteriaOf) ??
      unread(reading, end, segment.value.name)
    )
  }
  return exported(reading, segment.value, parts)
}

/** "I need an Excel with": the verb, and the file behind it. */
function verbAt(reading: Reading, start: number): number {
  const verb = exportWord(reading, start)
  return verb < 0 ? verb : skip(reading, verb, aFile)
}

/** "Newsletter as an Excel file" */
function asFile(reading: Reading, start: number): Commanded | undefined {
  const segment = segmentAt(reading, start)
  if (segment === undefined) return undefined
  const { value, end } = partsAt(reading, segment.end)
  return value.format === 'standard_csv' && isOver(reading, end)
    ? exported(reading, segment.value, value)
    : undefined
}

/** "the hashed e-mails of": what the file holds, named before whose. */
function columnsOf(reading: Reading, at: number, alone: boolean): Found<ExportParts> | undefined {
  const masked = leading(reading, at)
  const from = skip(reading, masked < 0 ? at : masked, article)
  const columns = columnsAt(reading, from)
  if (columns === undefined) return undefined
  const { value, end } = partsAt(reading, columns.end)
  const whose = of(reading, end)
  if (whose < 0) return undefined
  // "the new name of VIP is …" is what VIP is to be called.
  if (alone && masked < 0 && /^names?$/.test(wordAt(reading, columns.end - 1))) return undefined
  const hashed = reading.tokens.slice(at, from).some(({ word }) => word === 'hashed')
  return { value: { ...value, columns: columns.value, ...(hashed && { hashed }) }, end: whose }
}

function exported(
  reading: Reading,
  { id, name }: { readonly id: string; readonly name: string },
  { format, contact, columns, hashed }: ExportParts,
): Commanded {
  const text = `export ${name}`
  if (hashed === true && (format === undefined || format === 'standard_csv'))
    return askBack(
      reading,
      'Hashed values (SHA-256) stand in files for Meta and Google Ads alone. For which?',
      [`${text} for Meta, hashed`, `${text} for Google Ads, hashed`, `${text} with contact columns`],
    )
  const [missing] = columns?.unknown ?? []
  if (columns !== undefined && missing !== undefined)
    return askBack(
      reading,
      `An export has no column “${columns.unknown.join('”, “')}”. Of each customer it can have ${COLUMNS_SAID}. Shall I export the others?`,
      [`${text} as CSV, only ${columns.columns.map((column) => column.replaceAll('_', ' ')).join(', ')}`],
    )
  const fixed = columns !== undefined && format !== undefined && format !== 'standard_csv'
  return done(
    {
      do: 'export_segment',
      segment: id,
      ...(format === undefined ? {} : { format }),
      ...(contact === undefined ? {} : { contact }),
      ...(columns === undefined || fixed ? {} : { columns: columns.columns }),
      ...(hashed === undefined ? {} : { hashed }),
    },
    fixed ? 'Its columns are those that the program expects; they can’t be chosen.' : undefined,
  )
}

/** "export VIP for Klaviyo, but only those who take our e-mails": a segment of those members comes first. */
function some(
  reading: Reading,
  { id }: { readonly id: string },
  from: number,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  if (limits(reading, from) < 0) return undefined
  const limited = criteriaOf(from, reading.tokens.length)
  if (limited === undefined || entityOf(limited) !== 'customer') return undefined
  const criteria: Criteria = { all: [{ type: 'segment', segment: id }, ...conjuncts(limited)] }
  return { kind: 'people', criteria, assumption: FILE_OF_SAVED }
}

/** "export Champions without the staff, for Google Ads": what is said of the file stands behind whom it is of. */
function told(reading: Reading, from: number, criteriaOf: ReadCriteria): Commanded | undefined {
  for (let at = from + 1; at < reading.tokens.length; at++) {
    const { value, end } = partsAt(reading, at)
    if (Object.keys(value).length === 0 || !isOver(reading, end)) continue
    const criteria = criteriaOf(from, at)
    if (criteria !== undefined && entityOf(criteria) === 'customer')
      return { kind: 'people', criteria, assumption: FILE_OF_SAVED }
  }
  return undefined
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

/** "export as CSV with e-mails", "download those people": of whoever is at hand, and was not saved. */
function isOfAtHand(reading: Reading, opened: number): boolean {
  const { criteria } = reading.situation
  return (
    segmentAt(reading, opened) === undefined &&
    criteria !== undefined &&
    isOver(reading, partsAt(reading, skip(reading, opened, atHand)).end)
  )
}

/** Whoever was only counted is drafted as a segment, which a file can be written of. */
function ofUnsaved(reading: Reading, from: number): Commanded {
  const { criteria } = reading.situation
  if (criteria !== undefined) return done({ do: 'save' }, fileLater(entityOf(criteria)))
  return doubtOf({
    kind: 'question',
    says: 'What is exported is a saved segment: which one? People who were only counted are saved first, with “save it as …”.',
    choices: [],
    from,
    to: reading.tokens.length,
  })
}

/** "that", "those people": whoever is at hand. */
const atHand = phrase(
  'it|that|this|them|these|those|all|everything|everyone|everybody',
  'all|everything|everyone|everybody of? it|that|this|them|these|those',
  'the|this|that|these|those|my all? people|customers|companies|accounts|contacts|leads|ones|list|result|results|selection|audience|group|lot|segment|draft',
)

const COLUMNS_SAID =
  'its id, name, e-mail, phone, consent, country, region, city, language, sign-up date, number of orders, total spend, average order value, first and last order date, RFM scores and RFM segment'
export const FILE_OF_SAVED = `A file is written of a saved segment, once a human has confirmed it: confirm this one, then say “export it as CSV”, “export it for Klaviyo” or “export it with e-mail and country”.`

const fileLater = (entity: Entity): string =>
  entity === 'customer'
    ? FILE_OF_SAVED
    : 'A file is written of what is saved, once a human has confirmed it: confirm this one, then make an audience of it, which can be exported.'

const unread = (reading: Reading, from: number, name: string): Commanded =>
  askBack(
    reading,
    `“${said(reading, from, reading.tokens.length)}” can’t be chosen in an export: it is a file of every member, with all columns or some. Say “export ${name} as CSV” or “export ${name} with contact columns”.`,
    [`export ${name} as CSV`, `export ${name} with contact columns`],
  )
