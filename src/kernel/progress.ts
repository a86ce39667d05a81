/**
 * A request carries one signal through all that is done for it, to be stopped by. Through the same signal whatever
 * takes long says how far it is: `done` from 0 to 1, of one piece of work, which others may follow.
 */
export type Progress = (done: number, what: string) => void

const listeners = new WeakMap<AbortSignal, Progress>()

/** Has all work under this signal say how far it is. */
export const hearProgress = (signal: AbortSignal, listener: Progress): void =>
  void listeners.set(signal, listener)

/** Says how far a piece of work under this signal is; undefined where nobody wants to hear. */
export function progressUnder(
  signal: AbortSignal | undefined,
  what: string,
): ((done: number) => void) | undefined {
  const listener = signal && listeners.get(signal)
  return listener && ((done) => listener(done, what))
}
