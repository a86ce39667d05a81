import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server'
import type { Segments } from '#domain/segments/read.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { MusterError, NotFoundError } from '#kernel/errors.ts'
import { getProposal } from '#tools/catalog/get-proposal.ts'
import { getSegment } from '#tools/catalog/get-segment.ts'
import { listFields } from '#tools/catalog/list-fields.ts'
import { listProposals } from '#tools/catalog/list-proposals.ts'
import { listSegments } from '#tools/catalog/list-segments.ts'
import type { AnyTool, ToolContext } from '#tools/define.ts'

export interface ResourceDeps {
  readonly segments: Pick<Segments, 'list'>
  contextOf(ctx: ServerContext): ToolContext
  readonly report: ReportBug
}

const TYPE = { mimeType: 'text/markdown' } as const

/**
 * What a human can attach to a conversation without asking for it: the data dictionary, segments, proposals.
 * They read what the tools of the same purpose answer, masked and fenced alike.
 */
export function registerResources(server: McpServer, deps: ResourceDeps): void {
  const read = async (uri: URL, ctx: ServerContext, tool: AnyTool, input: unknown = {}) => {
    const { content } = await readable(uri, deps.report, () => tool.call(input, deps.contextOf(ctx)))
    return { contents: [{ ...TYPE, uri: uri.href, text: content }] }
  }
  server.registerResource(
    'dictionary',
    'muster://dictionary',
    { ...TYPE, title: 'Data dictionary', description: 'Which fields and values the company’s data has' },
    (uri, ctx) => read(uri, ctx, listFields),
  )
  server.registerResource(
    'segments',
    'muster://segments',
    { ...TYPE, title: 'Segments', description: 'Every segment and list, with its size' },
    (uri, ctx) => read(uri, ctx, listSegments),
  )
  server.registerResource(
    'segment',
    new ResourceTemplate('muster://segments/{id}', {
      list: () => ({
        resources: deps.segments.list().map(({ id, name }) => ({
          ...TYPE,
          uri: `muster://segments/${encodeURIComponent(id)}`,
          name: id,
          title: name,
        })),
      }),
    }),
    { ...TYPE, title: 'Segment', description: 'One segment: its criteria, size and versions' },
    (uri, { id }, ctx) => read(uri, ctx, getSegment, { segment_id: id }),
  )
  server.registerResource(
    'proposals',
    'muster://proposals',
    { ...TYPE, title: 'Open proposals', description: 'Changes that wait for a human' },
    (uri, ctx) => read(uri, ctx, listProposals),
  )
  server.registerResource(
    'proposal',
    new ResourceTemplate('muster://proposals/{id}', { list: undefined }),
    { ...TYPE, title: 'Proposal', description: 'One proposal: what would change, and whether it did' },
    (uri, { id }, ctx) => read(uri, ctx, getProposal, { proposal_id: id }),
  )
}

/** Resources have no answers for what goes wrong, only protocol errors. */
async function readable<T>(uri: URL, report: ReportBug, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof NotFoundError) throw new ResourceNotFoundError(uri.href)
    if (error instanceof MusterError) {
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `${error.message}. ${error.next}`)
    }
    const id = report(error, `the resource ${uri.href}`)
    throw new ProtocolError(ProtocolErrorCode.InternalError, `Something went wrong inside Muster (${id})`)
  }
}
