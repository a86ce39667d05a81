/** Keeps what was read until it is the least recently used beyond a budget of bytes. */
export interface SetCache<T> {
  get(key: string): T | undefined
  /** Nothing in its place forgets what was kept. */
  set(key: string, value: T | undefined): void
}

export function createSetCache<T extends { readonly byteLength: number }>(budget: number): SetCache<T> {
  // A Map iterates in order of insertion: the first key is the one that was not used for longest.
  const kept = new Map<string, T>()
  let bytes = 0

  const drop = (key: string) => {
    bytes -= kept.get(key)?.byteLength ?? 0
    kept.delete(key)
  }

  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      drop(key)
      if (value === undefined) return
      kept.set(key, value)
      bytes += value.byteLength
      for (const oldest of kept.keys()) {
        if (bytes <= budget) break
        drop(oldest)
      }
    },
  }
}
