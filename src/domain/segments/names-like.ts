import { query, type Reader } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import { slipsBetween } from '../vocabulary/edit-distance.ts'

/** One slip for so many letters of a name. */
const LETTERS_A_SLIP = 4
const CHOICES = 5

/** The segments that a name may mean: those with few slips, and those that have it in their names. */
export function namesLike(reader: Reader, given: string): readonly string[] {
  const wanted = foldText(given)
  const most = Math.ceil(wanted.length / LETTERS_A_SLIP)
  return reader
    .all(query.selectFrom('segments').select(['name', 'name_key']).where('deleted_at', 'is', null))
    .flatMap(({ name, name_key: key }) => {
      const slips = key.includes(wanted) ? 0 : slipsBetween(key, wanted, most)
      return slips === undefined ? [] : { name, slips }
    })
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, CHOICES)
    .map(({ name }) => name)
}
