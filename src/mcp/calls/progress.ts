import type { ServerContext } from '@modelcontextprotocol/server'
import type { Progress } from '#kernel/progress.ts'

/** A client hears of every twentieth of a piece of work: enough for a bar, too little to drown in. */
const STEPS = 20

/**
 * Passes progress on to a client that asked to hear of it; undefined for others. A request may be several pieces of
 * work, one after the other or at once: what is told only ever goes up, and the whole with each piece that begins.
 */
export function progressOf({ mcpReq }: ServerContext): Progress | undefined {
  const progressToken = mcpReq._meta?.progressToken
  if (progressToken === undefined) return undefined
  let ended = 0
  let last = 0
  let told = 0
  return (done, message) => {
    // What has gone back is another piece of work.
    if (done < last) ended++
    last = done
    const progress = ended * STEPS + Math.floor(done * STEPS)
    if (progress <= told) return
    told = progress
    const params = { progressToken, progress, total: (ended + 1) * STEPS, message }
    // Progress that doesn't arrive is not worth failing for: the answer will not arrive either.
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {})
  }
}
