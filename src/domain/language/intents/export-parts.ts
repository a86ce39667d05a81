import type { FormatId } from '../../exports/formats/index.ts'
import { formatAt } from '../grammar/format-names.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { columnsAt, type SaidColumns } from './export-columns.ts'

/** What is said of a file, in whatever order. */
export interface ExportParts {
  readonly format?: FormatId
  /** All contact columns beside the others. */
  readonly contact?: true
  /** These columns alone. */
  readonly columns?: SaidColumns
  readonly hashed?: true
}

const contact = phrase(
  'with|including|incl their|the? contact columns|details|data|info|information',
  'with|including|incl their|the? emails|email|names|addresses|phones|contacts email|addresses|and? names|phones?',
)
const columnsLead = phrase(
  'with|including|incl|containing|having|showing just|only? the|these|those? columns|fields|column|field? :?',
  'columns|fields :?',
  'just|only the|their?',
  'but just|only the|their?',
  ':|-|–|( just|only? the|their?',
  ', just|only the|their?',
  ',? i|we just|only? need|want just|only? the|their?',
)
const hashed = phrase(
  'hashed',
  'with|as hashed emails|addresses|values|data?',
  'sha256|sha|sha-256 hashed|256?',
  ', hashed',
)
/** What a file is anyway. */
const nothing = phrase(
  ',|.|(|)|:|-|–',
  ',? comma separated|delimited values|list|file?',
  'in|into|as one|a single? file|list|sheet|spreadsheet|table',
  'without|no any? duplicates|dupes|doubles',
  'deduped|deduplicated',
  'each person|one|customer|of them? only? once',
  ',? one row|line per|for customer|person|each',
  'upload|import',
  ',? by|until|before|for|till tomorrow|today|tonight|noon|monday|tuesday|wednesday|thursday|friday|eod morning|noon|evening|night?',
)

/** The parts of a file from a token on, and where they end. */
export function partsAt(reading: Reading, at: number): Found<ExportParts> {
  let value: ExportParts = {}
  let end = at
  for (;;) {
    const found = onePart(reading, end) ?? (value.format && bare(reading, end))
    const next = found?.end ?? nothing(reading, end)
    if (next <= end) return { value, end }
    value = { ...value, ...found?.value }
    end = next
  }
}

function onePart(reading: Reading, at: number): Found<ExportParts> | undefined {
  const listed = listAt(reading, at)
  const contacts = contact(reading, at)
  // "with their emails" adds them; "with name, country and e-mail" names all that there are.
  if (contacts > 0 && contacts >= (listed?.end ?? -1)) return { value: { contact: true }, end: contacts }
  if (listed !== undefined) return { value: { columns: listed.value }, end: listed.end }
  const masked = hashed(reading, at)
  if (masked >= 0) return { value: { hashed: true }, end: masked }
  const program = formatAt(reading, at)
  return program && { value: { format: program.value }, end: program.end }
}

/** "as CSV, name and phone number" */
function bare(reading: Reading, at: number): Found<ExportParts> | undefined {
  const columns = columnsAt(reading, at)
  return columns && { value: { columns: columns.value }, end: columns.end }
}

function listAt(reading: Reading, at: number): Found<SaidColumns> | undefined {
  const lead = columnsLead(reading, at)
  const columns = lead < 0 ? undefined : columnsAt(reading, lead, true)
  return columns && { ...columns, end: skip(reading, columns.end, onlyThose) }
}

const onlyThose = phrase('only|alone|columns', ',? nothing else|more')
