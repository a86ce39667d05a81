import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type InMemoryTransport,
  PROTOCOL_VERSION_META_KEY,
} from '@modelcontextprotocol/server'

/** With what an older client begins a session, written by hand. */
export const initialize = (protocolVersion = '2025-11-25') => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion, capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
})

/** A newer client that is no library: it sends what it likes, as often as it likes. */
export function rawClient(transport: InMemoryTransport) {
  const waiting = new Map<unknown, (message: unknown) => void>()
  transport.onmessage = (message) => {
    if ('id' in message) waiting.get(message.id)?.(message)
  }
  const _meta = {
    [PROTOCOL_VERSION_META_KEY]: '2026-07-28',
    [CLIENT_INFO_META_KEY]: { name: 'raw', version: '1' },
    [CLIENT_CAPABILITIES_META_KEY]: { elicitation: { form: {} } },
  }
  let id = 0
  return async (params: Record<string, unknown>, method = 'tools/call'): Promise<unknown> => {
    const answer = new Promise((resolve) => waiting.set(++id, resolve))
    await transport.send({ jsonrpc: '2.0', id, method, params: { ...params, _meta } })
    return answer
  }
}
