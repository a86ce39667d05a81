import type { ServerContext } from '@modelcontextprotocol/server'

/** A client hears of every twentieth of the work: enough for a bar, too little to drown in. */
const STEPS = 20

/** Passes progress (0 to 1) on to the client, if it asked to hear of it. Only ever goes up. */
export function progressOf({ mcpReq }: ServerContext): (done: number) => void {
  const progressToken = mcpReq._meta?.progressToken
  if (progressToken === undefined) return () => {}
  let told = 0
  return (done) => {
    const step = Math.floor(done * STEPS)
    if (step <= told) return
    told = step
    const params = { progressToken, progress: step, total: STEPS, message: 'Counting' }
    // Progress that doesn't arrive is not worth failing for: the answer will not arrive either.
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {})
  }
}
