import { isJsonContentType, readRequestBody } from '@modelcontextprotocol/server'
import { refusal } from '#http/mcp-refusal.ts'

/** Far more than any call needs, and little enough to hold for many clients at once. */
export const LARGEST_REQUEST = 1024 * 1024
/** A client that sends nothing for as long is gone, or holds the door open. */
const PATIENCE_MS = 10_000

const tooLate = Symbol('too late')

/** The JSON of a request, or why it is none that can be taken. */
export async function readJson(
  request: Request,
  patience = PATIENCE_MS,
): Promise<{ readonly body: unknown } | { readonly refused: Response }> {
  if (!isJsonContentType(request.headers.get('content-type'))) {
    return refused(415, 'Requests are JSON', 'Send content-type: application/json.')
  }
  const waiting = Promise.withResolvers<typeof tooLate>()
  const timer = setTimeout(() => waiting.resolve(tooLate), patience)
  try {
    const read = await Promise.race([readRequestBody(request, LARGEST_REQUEST), waiting.promise])
    if (read === tooLate) {
      const headers = { connection: 'close' }
      return refused(408, 'The request did not come to its end', 'Send it again, all at once.', { headers })
    }
    if (read.tooLarge) {
      return refused(413, 'The request is larger than 1 MB', 'Send what one call needs, and no more.')
    }
    return { body: JSON.parse(read.text) }
  } catch {
    return refused(400, 'The request is no JSON', 'Send one JSON-RPC message.', { code: -32700 })
  } finally {
    clearTimeout(timer)
  }
}

const refused = (...said: Parameters<typeof refusal>) => ({ refused: refusal(...said) })
