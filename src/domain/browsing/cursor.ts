import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { DIRECTIONS, SORTS } from './shown.ts'

/** Behind whom a page begins, and what list it is a page of. Holds nothing personal: it stands in addresses. */
const cursorSchema = z.strictObject({
  segment: z.string(),
  sort: z.enum(SORTS),
  direction: z.enum(DIRECTIONS),
  search: z.string(),
  /** The time that all pages of a list are read as of. */
  asOf: z.int(),
  /** The last customer's place in the order; null for one who has none. */
  value: z.number().nullable(),
  id: z.int().min(1),
})
export type Cursor = z.infer<typeof cursorSchema>

/** As text that callers only hand back. */
export const cursorText = (cursor: object): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Throws InputError for a text that was no cursor of this very list. */
export const readCursor = (
  text: string,
  list: Pick<Cursor, 'segment' | 'sort' | 'direction' | 'search'>,
): Cursor => cursorOf(cursorSchema, text, list)

/** A cursor of any list: `list` is what names it, and stands in its cursors. Throws InputError for another list's. */
export function cursorOf<C extends object, K extends keyof C & string>(
  schema: z.ZodType<C>,
  text: string,
  list: Readonly<Pick<C, K>>,
): C {
  const parsed = schema.safeParse(jsonOf(Buffer.from(text, 'base64url').toString('utf8')))
  if (!parsed.success) throw refused('The cursor can’t be read')
  const cursor = new Map<string, unknown>(Object.entries(parsed.data))
  const other = Object.entries(list).find(([key, value]) => cursor.get(key) !== value)
  if (other !== undefined) throw refused(`The cursor is of a list with another ${other[0]}`)
  return parsed.data
}

const refused = (message: string): InputError =>
  new InputError(message, {
    next: 'Leave the cursor out to begin at the first page, then hand back each page’s `next` as it is.',
    path: ['cursor'],
  })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
