import type { ServerEventBus } from '@modelcontextprotocol/server'
import type { Proposals } from '#domain/proposals/read.ts'
import { thingUri } from '../resources/kinds.ts'

export interface FollowDeps {
  readonly proposals: Pick<Proposals, 'get'>
  readonly changes: ServerEventBus
}

/** Calls back once a proposal that waits is decided, whoever decides it and where; answers how to wait no more. */
export function onceDecided(
  proposalId: string,
  { proposals, changes }: FollowDeps,
  then: () => void,
): () => void {
  const uri = thingUri('proposals', proposalId)
  const leave = changes.subscribe((event) => {
    if (event.kind !== 'resource_updated' || event.uri !== uri) return
    if (proposals.get(proposalId).state === 'draft') return
    leave()
    then()
  })
  return leave
}
