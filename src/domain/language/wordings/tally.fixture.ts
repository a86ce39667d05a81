/** What became of a sentence. */
export interface Tallied {
  /** `same`: it is read as it means; `other`: as something else; or how it was not read at all. */
  readonly kind: string
  readonly said: string
  /** What was understood, in few signs; what was asked. */
  readonly understood: string
}

export interface Tally {
  /** `frame`: the sentence without its wording, where figures of each are to be told. */
  add(tallied: Tallied, frame?: string): void
  /** Prints how many of each frame, and of all, were read as they mean. */
  tell(): void
}

export const print = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Counts sentences, and prints each that was not read as it means, unless it is to be quiet. */
export function createTally({ quiet = false }: { readonly quiet?: boolean | undefined } = {}): Tally {
  const all = { tried: 0, same: 0, other: 0 }
  const byFrame = new Map<string, { tried: number; same: number }>()
  return {
    add({ kind, said, understood }, frame) {
      const same = kind === 'same' ? 1 : 0
      all.tried += 1
      all.same += same
      if (kind === 'other') all.other += 1
      if (frame !== undefined) {
        const of = byFrame.get(frame) ?? { tried: 0, same: 0 }
        byFrame.set(frame, { tried: of.tried + 1, same: of.same + same })
      }
      if (same === 0 && !quiet) print(`${kind.toUpperCase().padEnd(9)} ${said}\n          ${understood}`)
    },
    tell() {
      print('')
      for (const [frame, { tried, same }] of byFrame)
        print(`${String(same).padStart(6)} of ${String(tried).padEnd(6)} ${frame.replaceAll('\n', ' ⏎ ')}`)
      const share = ((100 * all.same) / all.tried).toFixed(1)
      print(
        `\n${all.tried} sentences: ${all.same} read as they mean (${share} %), ${all.other} read otherwise`,
      )
    },
  }
}
