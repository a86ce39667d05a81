import type { Entity } from '../../entities/entity.ts'
import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import type { Vocabulary } from '../../vocabulary/vocabulary.ts'
import { type Token, unquoted } from '../tokens/token.ts'
import { linkPlaces } from './link-places.ts'
import { stem } from './stem.ts'
import { type IndexedValue, indexOf, type ValueIndex, wordsOf } from './value-index.ts'

/** A stretch of the message that names something in the company's data, or a place in the world. */
export interface Link {
  readonly field: DictionaryField
  /** As criteria write them: several for a group of countries. */
  readonly values: readonly string[]
  readonly label: string
  /** Customers (or products) with it; 0 for places that the data does not hold. */
  readonly count: number
  /** The token after it. */
  readonly end: number
  /** `part`: contained in product titles. */
  readonly match: 'whole' | 'part'
  /** Of a region whose code other countries use too: where it is not. */
  readonly notIn?: readonly string[]
  /** A group of countries that people draw differently. */
  readonly loose?: true
}

export interface Links {
  /** Everything that begins at a token, longest first. */
  at(index: number): readonly Link[]
}

const PRODUCT_FIELDS: ReadonlySet<string> = new Set(['product', 'category', 'brand', 'sku'])

/** Whether a link is of a product, or of a kind of them. */
export const namesProduct = ({ field }: Link): boolean => PRODUCT_FIELDS.has(field)

const CUSTOMER_FIELDS = [
  'segment',
  'indicator',
  'profile',
  'category',
  'brand',
  'product',
  'sku',
  'product_tag',
  'campaign',
  'event',
  'channel',
  'device',
  'discount_code',
  'city',
  'tags',
  'interests',
] as const satisfies readonly DictionaryField[]

/** What names can stand for where companies, or the people there, are asked for. */
const ACCOUNT_FIELDS = [
  'company.profile',
  'person.profile',
  'company.industry',
  'company.technology',
  'company.funding_stage',
  'company.name',
  'person.title',
  'person.function',
  'person.seniority',
  'signal.type',
  'signal.topic',
  'city',
] as const satisfies readonly DictionaryField[]

/** Places are looked up where those live who are asked for. */
const localTo = (entity: Entity, vocabulary: Vocabulary): Vocabulary =>
  entity === 'customer'
    ? vocabulary
    : {
        ...vocabulary,
        values: (field) =>
          vocabulary.values(
            field === 'country' || field === 'region' || field === 'city' ? `${entity}.${field}` : field,
          ),
      }

/** Finds names lazily, once per position. */
export function linksOf(tokens: readonly Token[], words: Vocabulary, entity: Entity): Links {
  const vocabulary = localTo(entity, words)
  const fields = entity === 'customer' ? CUSTOMER_FIELDS : ACCOUNT_FIELDS
  const stems = tokens.map((token) => stem(token.word))
  const found = new Map<number, readonly Link[]>()
  return {
    at(index) {
      let links = found.get(index)
      if (links === undefined) {
        const places = linkPlaces(tokens, index, vocabulary)
        const words = wordsFrom(tokens, stems, index)
        const regions = linkValues(tokens, words, index, { vocabulary, fields: ['region'] })
        links = [
          ...linkValues(tokens, words, index, { vocabulary, fields }),
          ...places,
          // Regions of the data that no list of the world's regions has.
          ...regions.filter(
            ({ end }) => !places.some((place) => place.field === 'region' && place.end === end),
          ),
        ].toSorted((a, b) => b.end - a.end)
        found.set(index, links)
      }
      return links
    },
  }
}

/** The words that a name may be made of: in quotes those between them, else those that follow. */
function wordsFrom(tokens: readonly Token[], stems: readonly string[], at: number): readonly string[] {
  const token = tokens[at]
  return token?.kind === 'quoted' ? wordsOf(unquoted(token.text)) : stems.slice(at, at + 8)
}

function linkValues(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  { vocabulary, fields }: { readonly vocabulary: Vocabulary; readonly fields: readonly DictionaryField[] },
): Link[] {
  const token = tokens[at]
  if (token === undefined || token.kind === 'sign') return []
  const links: Link[] = []
  for (const field of fields) {
    const index = indexOf(field, vocabulary.values(field))
    // In quotes, a name stands as it is written; only what is nobody's name is looked for word by word.
    const exact = token.kind === 'quoted' ? (index.exact.get(token.word) ?? []) : []
    if (exact.length > 0) {
      links.push(...exact.map((entry) => linkTo(field, entry, at + 1, 'whole')))
      continue
    }
    for (const entry of index.whole.get(words[0] ?? '') ?? []) {
      const length = entry.words.length
      if (!entry.words.every((word, i) => word === words[i]) || !isSpelledSo(entry, token)) continue
      if (token.kind === 'quoted' && length !== words.length) continue
      links.push(linkTo(field, entry, token.kind === 'quoted' ? at + 1 : at + length, 'whole'))
    }
    const held = field === 'product' && token.kind === 'quoted' ? titlesWith(token, at, index) : undefined
    if (held !== undefined) links.push(held)
    else if (field === 'product')
      links.push(...titleParts(token, words, at, index.inside.get(words[0] ?? '') ?? []))
  }
  return links
}

/** "with" is no region "W", though "w" may stand for it: such a name counts as it is written. */
const isSpelledSo = ({ info, words, folded }: IndexedValue, { kind, text }: Token): boolean =>
  kind === 'quoted' ||
  words.length > 1 ||
  words[0] === stem(folded) ||
  /\s/.test(folded) ||
  text === info.value ||
  text === info.label

/** Quoted text that stands in some product title, in whatever place. */
function titlesWith(token: Token, at: number, { exact }: ValueIndex): Link | undefined {
  let count = 0
  for (const [folded, entries] of exact) if (folded.includes(token.word)) count += entries.length
  const text = unquoted(token.text)
  return count === 0
    ? undefined
    : { field: 'product', values: [text], label: text, count, end: at + 1, match: 'part' }
}

/** The longest run of words that stands inside some product title: criteria match titles by containment. */
function titleParts(
  token: Token,
  words: readonly string[],
  at: number,
  titles: readonly IndexedValue[],
): Link[] {
  if (token.kind === 'number') return []
  const most = token.kind === 'quoted' ? words.length : Math.min(words.length, 6)
  const least = token.kind === 'quoted' ? words.length : 1
  for (let length = most; length >= least; length--) {
    const run = words.slice(0, length)
    const holding = titles.filter((title) => title.words.length > length && containsRun(title.words, run))
    const sample = holding[0]
    if (sample === undefined) continue
    const text = writtenIn(sample.info.label, run)
    const end = token.kind === 'quoted' ? at + 1 : at + length
    return [{ field: 'product', values: [text], label: text, count: holding.length, end, match: 'part' }]
  }
  return []
}

const containsRun = (words: readonly string[], run: readonly string[]): boolean =>
  words.some((_, from) => run.every((word, i) => words[from + i] === word))

/** The run as a title spells it, so that containment holds: "cleansers" becomes "Cleanser". */
function writtenIn(label: string, run: readonly string[]): string {
  const parts = label.split(/[\s-]+/)
  for (let from = 0; from + run.length <= parts.length; from++) {
    const stretch = parts.slice(from, from + run.length)
    if (stretch.every((part, i) => stem(part.toLowerCase()) === run[i])) {
      // Without a plural ending, so that the singular titles are found as well.
      return [...stretch.slice(0, -1), singular(stretch.at(-1) ?? '')].join(' ')
    }
  }
  return run.join(' ')
}

const singular = (word: string): string => word.slice(0, stem(word.toLowerCase()).length)

const linkTo = (field: DictionaryField, { info }: IndexedValue, end: number, match: Link['match']): Link => ({
  field,
  values: [info.value],
  label: info.label,
  count: info.count,
  end,
  match,
})
