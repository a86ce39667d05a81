import { foldText } from '#kernel/text.ts'
import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import { FUNCTIONS } from './functions.ts'
import { INDUSTRIES } from './industries.ts'

/** Groups of words for one thing: whichever of them the data writes, the others mean it. */
type Groups = ReadonlyMap<string, readonly string[]>

const groupsOf = (lists: readonly string[]): Groups =>
  new Map(
    lists.flatMap((list) => {
      const words = list.split('|')
      return words.map((word) => [word, words] as const)
    }),
  )

const GROUPS: Partial<Record<DictionaryField, Groups>> = {
  'company.industry': groupsOf(INDUSTRIES),
  'person.function': groupsOf(FUNCTIONS),
}

/** Other words for a value of a field. */
export function synonymsOf(field: DictionaryField, label: string): readonly string[] {
  const key = foldText(label)
  return GROUPS[field]?.get(key)?.filter((word) => word !== key) ?? []
}
