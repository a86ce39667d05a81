import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server'
import type { Proposals } from '#domain/proposals/read.ts'
import type { Segments } from '#domain/segments/read.ts'
import type { Services } from '#domain/services.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { dictionaryText } from './dictionary.ts'
import { proposalsText, proposalText } from './proposals.ts'
import { segmentsText, segmentText } from './segments.ts'

export interface ResourceDeps {
  readonly services: Pick<Services, 'workspace' | 'vocabulary'>
  readonly segments: Pick<Segments, 'list' | 'get'>
  readonly proposals: Proposals
}

/** What a human can attach to a conversation without a tool: the data dictionary, segments, proposals. */
export function registerResources(server: McpServer, { services, segments, proposals }: ResourceDeps): void {
  const text = (uri: URL, make: () => string) => ({
    contents: [{ uri: uri.href, mimeType: 'text/markdown', text: found(uri, make) }],
  })
  const markdown = { mimeType: 'text/markdown' }

  server.registerResource(
    'dictionary',
    'muster://dictionary',
    { ...markdown, title: 'Data dictionary', description: 'Which fields and values the company’s data has' },
    (uri) => text(uri, () => dictionaryText(services)),
  )
  server.registerResource(
    'segments',
    'muster://segments',
    { ...markdown, title: 'Segments', description: 'Every segment and list, with its size' },
    (uri) => text(uri, () => segmentsText(segments.list())),
  )
  server.registerResource(
    'segment',
    new ResourceTemplate('muster://segments/{id}', {
      list: () => ({
        resources: segments.list().map(({ id, name }) => ({
          ...markdown,
          uri: `muster://segments/${encodeURIComponent(id)}`,
          name: id,
          title: name,
        })),
      }),
    }),
    { ...markdown, title: 'Segment', description: 'One segment with its criteria, by id' },
    (uri, { id }) => text(uri, () => segmentText(segments.get(String(id)))),
  )
  server.registerResource(
    'proposals',
    'muster://proposals',
    { ...markdown, title: 'Proposals', description: 'Changes that wait for a human, and decided ones' },
    (uri) => text(uri, () => proposalsText(proposals.list())),
  )
  server.registerResource(
    'proposal',
    new ResourceTemplate('muster://proposals/{id}', { list: undefined }),
    { ...markdown, title: 'Proposal', description: 'One proposal: what would change, and whether it did' },
    (uri, { id }) => text(uri, () => proposalText(proposals.get(String(id)))),
  )
}

function found(uri: URL, make: () => string): string {
  try {
    return make()
  } catch (error) {
    if (error instanceof NotFoundError) throw new ResourceNotFoundError(uri.href)
    throw error
  }
}
