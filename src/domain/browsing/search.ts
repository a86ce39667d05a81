import { InputError } from '#kernel/errors.ts'
import type { Criteria } from '../criteria/schema.ts'

const LONGEST = 100
const MOST_WORDS = 5

/**
 * Who is meant by what somebody types into a search box: each word is in the name or e-mail address, or is the id
 * as imported. `whole`: for those who may not see names and addresses, who could otherwise find them out letter
 * by letter; a word then is a whole one. Undefined when nothing was typed.
 */
export function searchCriteria(text: string, { whole }: { readonly whole: boolean }): Criteria | undefined {
  if (text.length > LONGEST) {
    throw new InputError(`A search has at most ${LONGEST} characters`, {
      next: 'Search for a part of the name, an e-mail address or an id.',
      path: ['search'],
    })
  }
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  if (words.length === 0) return undefined
  const each = words.map(
    (word): Criteria => ({
      any: [
        { type: 'attribute', field: 'id', op: 'equals', value: word },
        ...(['first_name', 'last_name', 'email'] as const).map(
          (field): Criteria => ({ type: 'attribute', field, op: whole ? 'equals' : 'contains', value: word }),
        ),
      ],
    }),
  )
  // An id can hold spaces.
  return words.length === 1 && each[0] !== undefined
    ? each[0]
    : { any: [{ type: 'attribute', field: 'id', op: 'equals', value: text.trim() }, { all: each }] }
}
