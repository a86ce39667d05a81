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

/** Short names of towns, as people type them. */
const TOWNS: readonly string[] = [
  'los angeles|la|l.a.',
  'new york|nyc|new york city|new yorker',
  'san francisco|sf|san fran|frisco',
  'philadelphia|philly',
  'las vegas|vegas',
  'washington|washington dc|washington d.c.',
  'rome|roma|roman',
  'vienna|wien|viennese',
  'milan|milano|milanese',
  'munich|munchen|münchen',
  'cologne|koln|köln',
  'lisbon|lisboa',
  'brussels|bruxelles',
  'copenhagen|kobenhavn|københavn',
  'the hague|den haag',
]

/** Towns whose people are called like something to eat. */
const EDIBLE = /^(?:hamburg|frankfurt|vienna|berlin ice)$/

/** "Berliner", "Londoner", "Parisian", "Chicagoan": whoever lives there. */
function inhabitants(town: string): readonly string[] {
  if (town.length < 5 || /\d/.test(town) || EDIBLE.test(town)) return []
  if (/[ao]$/.test(town)) return [`${town}n`, `${town}an`, `${town}nian`]
  return town.endsWith('is') ? [`${town}ian`] : town.endsWith('e') ? [`${town}r`] : [`${town}er`]
}

const GROUPS: Partial<Record<DictionaryField, Groups>> = {
  'company.industry': groupsOf(INDUSTRIES),
  'person.function': groupsOf(FUNCTIONS),
  city: groupsOf(TOWNS),
  'company.city': groupsOf(TOWNS),
  'person.city': groupsOf(TOWNS),
}

/** Other words for a value of a field. */
export function synonymsOf(field: DictionaryField, label: string): readonly string[] {
  const key = foldText(label)
  const others = GROUPS[field]?.get(key)?.filter((word) => word !== key) ?? []
  return /(?:^|\.)city$/.test(field) ? [...others, ...inhabitants(key)] : others
}
