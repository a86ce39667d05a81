import { foldText } from '#kernel/text.ts'
import { type DictionaryField, NAMED_FIELDS } from '../../vocabulary/dictionary.ts'
import type { ValueInfo } from '../../vocabulary/vocabulary.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { stem } from './stem.ts'
import { synonymsOf } from './synonyms.ts'

export interface IndexedValue {
  readonly info: ValueInfo
  /** The words of the label, stemmed. */
  readonly words: readonly string[]
  readonly folded: string
}

/** The values of one field by their first word, or, for product titles, by every word. */
export interface ValueIndex {
  readonly whole: ReadonlyMap<string, readonly IndexedValue[]>
  readonly inside: ReadonlyMap<string, readonly IndexedValue[]>
  readonly spellings: ReadonlySet<string>
  /** By the folded label or value. */
  readonly exact: ReadonlyMap<string, readonly IndexedValue[]>
}

const LONGEST = 20_000
const indexes = new WeakMap<readonly ValueInfo[], ValueIndex>()

/** Kept as long as the vocabulary keeps the values, which is one version of the data. */
export function indexOf(field: DictionaryField, values: readonly ValueInfo[]): ValueIndex {
  let index = indexes.get(values)
  if (index === undefined) indexes.set(values, (index = build(field, values)))
  return index
}

export const wordsOf = (text: string): string[] => tokenize(text).map((token) => stem(token.word))

function build(field: DictionaryField, values: readonly ValueInfo[]): ValueIndex {
  const whole = new Map<string, IndexedValue[]>()
  const inside = new Map<string, IndexedValue[]>()
  const spellings = new Set<string>()
  const exact = new Map<string, IndexedValue[]>()
  for (const info of values.slice(0, LONGEST)) {
    const texts =
      info.value === info.label || NAMED_FIELDS.has(field) ? namesOf(field, info) : [info.label, info.value]
    for (const text of [...texts, ...synonymsOf(field, info.label)]) {
      const tokens = tokenize(text)
      const folded = foldText(text)
      const entry: IndexedValue = { info, words: tokens.map((token) => stem(token.word)), folded }
      push(whole, entry.words[0] ?? '', entry)
      push(exact, folded, entry)
      for (const token of tokens) if (token.kind === 'word') spellings.add(token.word)
      if (field === 'product') for (const word of new Set(entry.words)) push(inside, word, entry)
    }
  }
  return { whole, inside, spellings, exact }
}

/** Whoever has the status "Active customer" is active. */
function namesOf(field: DictionaryField, { label }: ValueInfo): readonly string[] {
  const short = label.replace(/ (?:customer|buyer|shopper)s?$/i, '')
  return field === 'indicator' && short !== label ? [label, short] : [label]
}

function push(map: Map<string, IndexedValue[]>, key: string, entry: IndexedValue): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [entry])
  else list.push(entry)
}
