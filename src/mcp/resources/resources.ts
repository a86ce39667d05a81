import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type Resource,
  ResourceNotFoundError,
  type ServerContext,
} from '@modelcontextprotocol/server'
import type { Things } from '#domain/things/things.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { toIso } from '#kernel/clock.ts'
import { MusterError, NotFoundError } from '#kernel/errors.ts'
import { sentence } from '#kernel/untrusted.ts'
import type { ToolContext } from '#tools/define.ts'
import { collectionUri, kindAt, type ResourceKind, templateUri, thingUri } from './kinds.ts'
import { page } from './page.ts'

export interface ResourceDeps {
  readonly kinds: readonly ResourceKind[]
  readonly things: Things
  contextOf(ctx: ServerContext): ToolContext
  readonly report: ReportBug
}

const TYPE = { mimeType: 'text/markdown' } as const

/** Lists and reads what a human can attach to a conversation without asking for it. */
export function registerResources({ server }: McpServer, deps: ResourceDeps): void {
  server.setRequestHandler('resources/list', ({ params }) => {
    const { items, nextCursor } = page(listed(deps), ({ uri }) => uri, params?.cursor)
    return { resources: [...items], ...(nextCursor !== undefined && { nextCursor }) }
  })
  server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: deps.kinds.flatMap(({ noun, each }) =>
      each === undefined
        ? []
        : {
            ...TYPE,
            name: each.kind,
            title: each.title,
            description: each.description,
            uriTemplate: templateUri(noun),
          },
    ),
  }))
  server.setRequestHandler('resources/read', async ({ params: { uri } }, ctx) => {
    const text = await readable(uri, deps.report, () => read(uri, deps.kinds, deps.contextOf(ctx)))
    return { contents: [{ ...TYPE, uri, text }] }
  })
}

/** Everything of each kind together, then one by one. */
function listed({ kinds, things }: Pick<ResourceDeps, 'kinds' | 'things'>): readonly Resource[] {
  const together = kinds.map(({ noun, title, description }) => ({
    ...TYPE,
    uri: collectionUri(noun),
    name: noun,
    title,
    description,
  }))
  const each = kinds.flatMap(({ noun, each: one }) =>
    one === undefined
      ? []
      : things
          .of(one.kind)
          .filter(({ isOffered }) => isOffered)
          .map(({ id, name, updatedAt }) => ({
            ...TYPE,
            uri: thingUri(noun, id),
            name: id,
            title: sentence(name),
            annotations: { lastModified: toIso(updatedAt) },
          })),
  )
  return [...together, ...each]
}

async function read(uri: string, kinds: readonly ResourceKind[], ctx: ToolContext): Promise<string> {
  const found = kindAt(uri, kinds)
  if (found === undefined) throw new ResourceNotFoundError(uri)
  const { kind, id } = found
  const { content } =
    kind.each === undefined || id === undefined
      ? await kind.tool.call({}, ctx)
      : await kind.each.tool.call({ [kind.each.argument]: id }, ctx)
  return content
}

/** Resources have no answers for what goes wrong, only protocol errors. */
async function readable<T>(uri: string, report: ReportBug, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    if (error instanceof NotFoundError) throw new ResourceNotFoundError(uri)
    if (error instanceof MusterError) {
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `${error.message}. ${error.next}`)
    }
    const id = report(error, 'reading a resource')
    throw new ProtocolError(ProtocolErrorCode.InternalError, `Something went wrong inside Muster (${id})`)
  }
}
