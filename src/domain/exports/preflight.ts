import { InputError } from '#kernel/errors.ts'
import { countOf, joinWords, percentOf } from '#kernel/text.ts'
import { countOfEntity, type Entity } from '../entities/entity.ts'
import type { Preview } from '../previews/schema.ts'
import type { Difference } from '../proposals/shown.ts'
import type { ExportFormat } from './formats/define.ts'
import type { ExportOptions } from './options.ts'
import type { Checked } from './tally.ts'

const says = (what: string, after: string): Difference => ({ what, before: null, after })
const of = (n: number, whole: number) => `${n.toLocaleString('en-US')} of ${countOf(whole, 'customer')}`

/** What whoever confirms a file for a channel should know before. Throws InputError when it would hold nobody. */
export function channelLines(
  { title, leastRows, riskyName }: ExportFormat,
  {
    name,
    options,
    checked,
    preview,
  }: {
    readonly name: string
    readonly options: ExportOptions
    readonly checked: Checked
    readonly preview: Preview
  },
): Difference[] {
  const { rows, leftOut, mendedPhones } = checked
  if (rows === 0) {
    throw new InputError(`Nobody of “${name}” could be found by ${title}`, {
      next: 'Choose another audience, or import consent, e-mail addresses and phone numbers.',
    })
  }
  const refused = (preview.perimeter?.steps ?? [])
    .filter(({ kind }) => kind === 'consent')
    .reduce((sum, { out }) => sum + out, 0)
  const risky = riskyName?.(name)
  return [
    says('usable rows', `${of(rows, preview.count)} (${percentOf(rows, preview.count)})`),
    ...(refused === 0 ? [] : [says('blocked by consent', countOf(refused, 'customer'))]),
    ...leftOut.map(({ why, customers }) => says('left out', `${countOf(customers, 'customer')}: ${why}`)),
    ...(mendedPhones === 0
      ? []
      : [
          says('phones', `${countOf(mendedPhones, 'number')} got the country code of the customer’s country`),
        ]),
    ...(options.hashed ? [says('values', 'hashed with SHA-256 before they leave')] : []),
    ...(leastRows === undefined || rows >= leastRows
      ? []
      : [
          says(
            'too few',
            `${title} delivers to no list of fewer than ${leastRows.toLocaleString('en-US')} people`,
          ),
        ]),
    ...(risky === undefined
      ? []
      : [
          says(
            'risky name',
            `“${risky}” may be taken for health or financial status, for which ${title} restricts audiences: choose another name there`,
          ),
        ]),
  ]
}

/** What whoever hands out an analysis file should know. */
export function analysisLines(
  format: ExportFormat,
  { contact, formulas, columns }: ExportOptions,
  { entity, count, reachable }: Preview,
): Difference[] {
  return [
    ...(columns === undefined ? [] : [says('columns', joinWords(columns, 'and'))]),
    ...(contact && reachable !== null
      ? [
          says('contact columns', contactWords(format, columns, entity)),
          says(
            'consent',
            `${of(reachable.email, count)} can be reached by e-mail and ${reachable.sms.toLocaleString('en-US')} by SMS; the others stand in the file too: it is for analysis, not for sending`,
          ),
        ]
      : []),
    ...(contact && reachable === null
      ? [
          says('contact columns', contactWords(format, columns, entity)),
          says(
            'consent',
            `not known here for the ${countOfEntity(count, entity)}: the file is for analysis and for sales, not for sending`,
          ),
        ]
      : []),
    ...(formulas ? [says('formulas', 'cells are kept as they are: open the file in no spreadsheet')] : []),
  ]
}

/** Which contact data stands in a file that has some. */
export const contactWords = (
  { columns }: ExportFormat,
  chosen: ExportOptions['columns'],
  entity: Entity,
): string =>
  chosen === undefined
    ? 'e-mail, phone, first name and last name'
    : joinWords(
        chosen.filter((name) => columns?.[entity].contact.includes(name)),
        'and',
      )
