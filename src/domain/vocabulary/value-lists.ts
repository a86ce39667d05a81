import { accountLists } from './account-lists.ts'
import { customerLists } from './customer-lists.ts'
import type { DictionaryField } from './dictionary.ts'
import { historyLists } from './history-lists.ts'
import type { Keeper, Listing } from './kept.ts'
import type { ListedValue } from './listed.ts'
import { nameLists } from './name-lists.ts'

const listings: Readonly<Record<DictionaryField, Listing<readonly ListedValue[]>>> = {
  ...nameLists,
  ...customerLists,
  ...historyLists,
  ...accountLists,
}

/** The values of a field, most frequent first; each list is made when it is first asked for. */
export function keepLists(keep: Keeper): (field: DictionaryField) => readonly ListedValue[] {
  const lists = new Map<DictionaryField, () => readonly ListedValue[]>()
  return (field) => {
    const list = lists.get(field) ?? keep(listings[field])
    lists.set(field, list)
    return list()
  }
}
