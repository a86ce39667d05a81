import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'

export interface McpRequest {
  readonly method: string
  readonly params?: object
}

const answerSchema = z.object({ id: z.int(), result: z.unknown() })

/** Says the lines of the protocol by hand to a server over its stdin, asks it, and hangs up. The results, in order. */
export async function askMcp(
  { stdin, stdout }: ChildProcess,
  requests: readonly McpRequest[],
): Promise<readonly unknown[]> {
  if (stdin === null || stdout === null) throw new Error('Start the server with pipes')
  const clientInfo = { name: 'try', version: '1' }
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo }
  const lines = [
    { id: 0, method: 'initialize', params },
    { method: 'notifications/initialized' },
    ...requests.map((request, index) => ({ id: index + 1, ...request })),
  ]
  stdin.write(lines.map((line) => `${JSON.stringify({ jsonrpc: '2.0', ...line })}\n`).join(''))
  const results = new Map<number, unknown>()
  for await (const line of createInterface(stdout)) {
    const said: unknown = JSON.parse(line)
    const { success, data } = answerSchema.safeParse(said)
    if (!success) continue
    results.set(data.id, data.result)
    if (results.size <= requests.length) continue
    stdin.end()
    return requests.map((_, index) => results.get(index + 1))
  }
  throw new Error('The server ended without an answer')
}
