import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type ServerEventBus,
} from '@modelcontextprotocol/server'
import { kindAt, type ResourceKind } from './kinds.ts'

/** More than a client can look at. */
const MOST = 1000

export interface SubscriptionDeps {
  readonly changes: ServerEventBus
  readonly era: 'modern' | 'legacy'
  readonly kinds: readonly ResourceKind[]
}

/**
 * Tells the client of a connection what changes, until what is answered is called. Clients up to 2025-11-25 subscribe to a resource here, and hear of
 * other lists unasked; later ones listen to a stream, which the SDK filters.
 */
export function registerSubscriptions(
  { server }: McpServer,
  { changes, era, kinds }: SubscriptionDeps,
): () => void {
  const wanted = new Set<string>()
  let leave: (() => void) | undefined
  const follow = () => {
    leave ??= changes.subscribe((event) => {
      // A client that is gone is not worth failing for: its connection ends by itself.
      if (event.kind === 'resources_list_changed') server.sendResourceListChanged().catch(() => {})
      if (event.kind === 'resource_updated' && (era === 'modern' || wanted.has(event.uri))) {
        server.sendResourceUpdated({ uri: event.uri }).catch(() => {})
      }
    })
  }
  if (era === 'modern') {
    follow()
    return () => leave?.()
  }
  server.oninitialized = follow
  server.setRequestHandler('resources/subscribe', ({ params: { uri } }) => {
    if (kindAt(uri, kinds) === undefined) throw new ResourceNotFoundError(uri)
    if (wanted.size >= MOST) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `This client follows ${MOST} resources already`,
      )
    }
    wanted.add(uri)
    return {}
  })
  server.setRequestHandler('resources/unsubscribe', ({ params: { uri } }) => {
    wanted.delete(uri)
    return {}
  })
  return () => leave?.()
}
