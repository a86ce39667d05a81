/** How many keys are kept before those that have been quiet long enough are forgotten. */
const ENOUGH_TO_SWEEP = 1000

/** Lets each key ask so often a minute, as evenly or in bursts as it likes. `now` in milliseconds. */
export function createRate({ perMinute, now }: { readonly perMinute: number; now(): number }) {
  const perMs = perMinute / 60_000
  const left = new Map<string, { readonly asks: number; readonly at: number }>()
  const refilled = (key: string): number => {
    const seen = left.get(key)
    return seen === undefined ? perMinute : Math.min(perMinute, seen.asks + (now() - seen.at) * perMs)
  }
  return {
    /** Takes one ask. Answers 0, or in how many whole seconds there is one again. */
    wait(key: string): number {
      const asks = refilled(key)
      if (asks < 1) return Math.ceil((1 - asks) / perMs / 1000)
      if (left.size >= ENOUGH_TO_SWEEP) {
        for (const each of left.keys()) if (refilled(each) === perMinute) left.delete(each)
      }
      left.set(key, { asks: asks - 1, at: now() })
      return 0
    },
  }
}
