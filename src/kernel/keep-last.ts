/**
 * Makes what belongs to a text once, and keeps it as long as it is among those that were asked for last. For what
 * always comes out the same: a statement of its SQL, a value of its JSON that nobody changes.
 */
export function keepLast<T extends object>(most: number, make: (key: string) => T): (key: string) => T {
  // A Map iterates in order of insertion: the first key is the one that was not asked for longest.
  const kept = new Map<string, T>()
  return (key) => {
    const value = kept.get(key) ?? make(key)
    kept.delete(key)
    kept.set(key, value)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return value
  }
}
