import { defaultSegment } from '../../segments/defaults.ts'
import type { Reading } from '../grammar/reading.ts'
import { type Commanded, doubtOf } from './commanded.ts'

/** A list has members and no criteria: it belongs to where it was imported from. */
const isList = ({ situation }: Reading, id: string): boolean =>
  situation.definition !== undefined && situation.definition(id) === undefined

/** Whether nobody can change it here: a list, or one of the segments that come with Muster. */
export const isFixed = (reading: Reading, id: string): boolean =>
  reading.situation.definition !== undefined && (isList(reading, id) || defaultSegment(id) !== undefined)

/** What can be done instead of a change; nothing, where nothing can. */
export interface Instead {
  readonly offer: string
  readonly choices: readonly { readonly label: string; readonly text: string }[]
}

/** Says why a segment or list can't be changed here, and asks for what can. */
export const fixedQuestion = (
  reading: Reading,
  { id, name }: { readonly id: string; readonly name: string },
  instead?: Instead,
): Commanded =>
  doubtOf({
    kind: 'question',
    says: `“${name}” ${isList(reading, id) ? 'is a list from elsewhere: it is changed or removed where it comes from.' : 'is one of the twelve RFM segments, which are the same everywhere: it can be cloned, and neither changed nor deleted.'} ${instead?.offer ?? 'Which segment did you mean?'}`,
    choices: (instead?.choices ?? []).map(({ label, text }) => ({ label, instead: text })),
    from: 0,
    to: reading.tokens.length,
  })
