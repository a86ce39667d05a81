import { foldText } from '#kernel/text.ts'

/** Is a text one of these, ignoring case? Without a list everything passes. */
export const isAmong = (text: string | null, values: readonly string[] | undefined): boolean =>
  values === undefined || (text !== null && (values.includes(text) || keysOf(values).has(foldText(text))))

/** The keys of lists in conditions, which are asked of every row of a history. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>()

function keysOf(values: readonly string[]): ReadonlySet<string> {
  const keys = known.get(values) ?? new Set(values.map(foldText))
  known.set(values, keys)
  return keys
}

/** Texts that are equal ignoring case once, in the first spelling. */
export function distinct(texts: readonly string[]): string[] {
  const keys = texts.map(foldText)
  return texts.filter((_, i) => keys.indexOf(keys[i] ?? '') === i)
}
