import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Lets whoever calls go on one after the other, each in a turn of its own of the event loop: when many requests come
 * at once, what else waits for the thread comes in between.
 *
 * @example const turn = oneATurn(); await turn()
 */
export function oneATurn(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => (last = last.then(() => nextTurn()))
}
