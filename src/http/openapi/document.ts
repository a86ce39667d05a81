import type { Hono } from 'hono'
import packageJson from '../../../package.json' with { type: 'json' }
import { errorAnswer } from '../answers/error.ts'
import { isForWidgets } from '../guards/widget.ts'
import { type About, aboutOf } from './about.ts'
import { createSchemas, type JsonSchema, queryParameters } from './schemas.ts'

/** An OpenAPI 3.1 document. */
export interface OpenApi {
  readonly openapi: string
  readonly info: JsonSchema
  readonly paths: Readonly<Record<string, JsonSchema>>
  readonly components: JsonSchema
}

export type Routes = Hono['routes']

/** The routes that a client can ask for: what stands before them (guards, limits) is for every method. */
const asked = (routes: Routes): Routes => routes.filter(({ method }) => method !== 'ALL')

/** Routes that nothing is said of, as `GET /path`. */
export function undescribed(routes: Routes): readonly string[] {
  const nameOf = ({ method, path }: Routes[number]) => `${method} ${path}`
  const described = new Set(routes.filter(({ handler }) => aboutOf(handler)).map(nameOf))
  return [...new Set(asked(routes).map(nameOf))].filter((name) => !described.has(name))
}

/** Describes these routes by what each says of itself. */
export function describeApi(routes: Routes): OpenApi {
  const schemas = createSchemas()
  const paths: Record<string, Record<string, JsonSchema>> = {}
  const error = {
    description: 'What went wrong, and the next step',
    content: jsonOf({ ApiError: errorAnswer }),
  }

  function jsonOf(named: Parameters<typeof schemas.place>[0], io: 'input' | 'output' = 'output') {
    return { 'application/json': { schema: schemas.place(named, io) } }
  }

  function answersOf({ does, answer, media, status }: About): JsonSchema {
    if (answer !== undefined) return { [status ?? 200]: { description: does, content: jsonOf(answer) } }
    if (media === undefined) return { 204: { description: 'Done' } }
    const [type, is, line] = media
    const content = { [type]: line === undefined ? {} : { schema: schemas.place(line, 'output') } }
    return { 200: { description: is, content } }
  }

  for (const { method, path, handler } of asked(routes)) {
    const said = aboutOf(handler)
    if (said === undefined) continue
    const parameters = [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...[said.query ?? []].flat().flatMap(queryParameters),
    ]
    const template = path.replaceAll(/:(\w+)/g, '{$1}')
    const operation = {
      operationId: `${method.toLowerCase()}${template.replaceAll(/[^\w]+/g, '_').replace(/_$/, '')}`,
      tags: [path.split('/').findLast((part, i) => i > 0 && i < 3 && /^[a-z]/.test(part)) ?? 'muster'],
      summary: said.does,
      security: securityOf(method, path),
      ...(parameters.length > 0 && { parameters }),
      ...(said.body && { requestBody: { required: true, content: jsonOf(said.body, 'input') } }),
      responses: { ...answersOf(said), default: error },
    }
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation }
  }

  return {
    openapi: '3.1.1',
    info: {
      title: 'Muster',
      version: packageJson.version,
      description: packageJson.description,
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    paths,
    components: { schemas: schemas.placed, securitySchemes },
  }
}

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'muster_session',
    description: 'A signed-in human: what the sign-in link of `muster start` leads to.',
  },
  widgetToken: { type: 'http', scheme: 'bearer', description: 'Of <muster-chat>: POST /v1/widget-tokens.' },
  widgetKey: { type: 'http', scheme: 'bearer', description: 'Made by `muster widget-keys add`.' },
  writeKey: {
    type: 'http',
    scheme: 'basic',
    description: 'Made by `muster write-keys add`; it is the user’s name, and the password is empty.',
  },
  shopify: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Shopify-Hmac-Sha256',
    description: 'The body, signed with MUSTER_SHOPIFY_SECRET.',
  },
}

/** Who may ask. */
function securityOf(method: string, path: string): readonly JsonSchema[] {
  if (path === '/v1/widget-tokens') return [{ widgetKey: [] }]
  if (path.startsWith('/v1/')) return [{ writeKey: [] }]
  if (path.startsWith('/webhooks/')) return [{ shopify: [] }]
  if (!path.startsWith('/api/')) return []
  return isForWidgets(method, path) ? [{ session: [] }, { widgetToken: [] }] : [{ session: [] }]
}
