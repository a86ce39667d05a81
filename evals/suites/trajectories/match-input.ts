/** What patterns refer to. */
export interface Known {
  /** The preview that was counted last before the call. */
  readonly preview: string | undefined
  segmentId(name: string): string | undefined
}

/**
 * Does an input have what a pattern says? Objects need the pattern's keys, lists an entry for each of the
 * pattern's; `"/x/i"` is a regular expression, `"*"` anything, `"$preview"` the preview counted last,
 * `"$segment:VIP"` that segment by id or name, `{"$has": p}` anything with p somewhere inside, `{"$no": p}` anything
 * without. Other texts are equal ignoring case.
 */
export function matchesInput(input: unknown, pattern: unknown, known: Known): boolean {
  if (typeof pattern === 'string') return matchesText(input, pattern, known)
  if (pattern === null || typeof pattern !== 'object') return input === pattern
  if (Array.isArray(pattern)) {
    const given: readonly unknown[] = Array.isArray(input) ? input : [input]
    return pattern.every((each) => given.some((entry) => matchesInput(entry, each, known)))
  }
  return Object.entries(pattern).every(([key, of]) => {
    if (key === '$has') return has(input, of, known)
    if (key === '$no') return !has(input, of, known)
    return matchesInput(valueAt(input, key), of, known)
  })
}

function matchesText(input: unknown, pattern: string, { preview, segmentId }: Known): boolean {
  if (pattern === '*') return input !== undefined
  if (pattern === '$preview') return preview !== undefined && input === preview
  const name = /^\$segment:(.+)$/.exec(pattern)?.[1]
  if (name !== undefined) return input === segmentId(name) || equalText(input, name)
  const regex = /^\/(.+)\/(i?)$/.exec(pattern)
  if (regex === null) return equalText(input, pattern)
  const texts: readonly unknown[] = Array.isArray(input) ? input : [input]
  return texts.some((text) => typeof text === 'string' && new RegExp(regex[1] ?? '', regex[2]).test(text))
}

const equalText = (input: unknown, text: string): boolean =>
  typeof input === 'string' && input.toLowerCase() === text.toLowerCase()

const valueAt = (input: unknown, key: string): unknown =>
  input !== null && typeof input === 'object' ? Reflect.get(input, key) : undefined

/** Is it the pattern, or is it inside? */
function has(input: unknown, pattern: unknown, known: Known): boolean {
  if (matchesInput(input, pattern, known)) return true
  if (input === null || typeof input !== 'object') return false
  return Object.values(input).some((value) => has(value, pattern, known))
}
