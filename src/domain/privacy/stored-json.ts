import type { Names } from './names.ts'

type Redact = (text: string) => string

/** A stored JSON text with every string in it redacted, and without the samples of those who leave. */
export function redactedJson(json: string, names: Names, redact: Redact): string {
  const before: unknown = JSON.parse(json)
  const after = redacted(before, names, redact)
  const text = JSON.stringify(after)
  // Kept as it was written where nothing of it goes.
  return text === JSON.stringify(before) ? json : text
}

export function redacted(value: unknown, names: Names, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) {
    return value.filter((one) => !isSampleOf(one, names)).map((one) => redacted(one, names, redact))
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, redacted(inner, names, redact)]),
  )
}

/** A member that was shown as an example (previews/shown.ts): all of it is about them. */
const isSampleOf = (value: unknown, { ids }: Names): boolean =>
  value !== null &&
  typeof value === 'object' &&
  'id' in value &&
  'place' in value &&
  typeof value.id === 'string' &&
  ids.has(value.id)
