import type { Instant } from '#kernel/clock.ts'
import { boundsOf } from './bounds.ts'
import { windowWords } from './words.ts'
import { windowsIn } from './windows-in.ts'

/** The first window in plain data that begins after `now`, in words: nobody can have done anything in it yet. */
export function windowToCome(data: unknown, now: Instant, zone: string): string | undefined {
  const ahead = windowsIn(data).find((window) => (boundsOf(window, now, zone).from ?? now) > now)
  return ahead && windowWords(ahead)
}
