import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NotFoundError } from '#kernel/errors.ts'
import type { HttpDeps, SignedInEnv } from './deps.ts'
import { compressed } from './compressed.ts'
import { answerError, RefusedError } from './errors.ts'
import { includable, noStore, securityHeaders } from './guards/headers.ts'
import { hostGuard } from './guards/host.ts'
import { jsonGuard, originGuard } from './guards/origin.ts'
import { sessionCookie, sessionGuard } from './guards/session.ts'
import { widgetCors } from './guards/widget.ts'
import { activityRoutes } from './routes/activity.ts'
import { arrivalRoutes } from './routes/arrivals.ts'
import { audienceRoutes } from './routes/audiences.ts'
import { chatRoutes } from './routes/chat.ts'
import { compareRoutes } from './routes/compare.ts'
import { dataHealthRoutes } from './routes/data-health.ts'
import { exportRoutes } from './routes/exports.ts'
import { mcpRoutes } from './routes/mcp.ts'
import { openApiRoutes } from './routes/openapi.ts'
import { motionRoutes } from './routes/motions.ts'
import { routingRoutes } from './routes/routing.ts'
import { criteriaRoutes } from './routes/criteria.ts'
import { groupRoutes } from './routes/groups.ts'
import { importRoutes, uploadRoutes } from './routes/imports.ts'
import { healthRoutes } from './routes/health.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { joinRoutes } from './routes/joins.ts'
import { memberRoutes } from './routes/members.ts'
import { movedRoutes } from './routes/moved.ts'
import { profileRoutes } from './routes/profiles.ts'
import { questionRoutes } from './routes/questions.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { scoreRoutes } from './routes/scores.ts'
import { segmentRoutes } from './routes/segments.ts'
import { shopifyRoutes } from './routes/shopify.ts'
import { sessionRoutes } from './routes/session.ts'
import { signinRoutes } from './routes/signin.ts'
import { sourceRoutes } from './routes/sources.ts'
import { suggestionRoutes } from './routes/suggestions.ts'
import { threadRoutes } from './routes/threads.ts'
import { webRoutes } from './routes/web.ts'
import { widgetTokenRoutes } from './routes/widget-tokens.ts'
import { workspaceRoutes } from './routes/workspace.ts'

/** The HTTP server as a whole; /openapi.json says what its routes take and give, by what each says of itself. */
export function createHttp(deps: HttpDeps): Hono {
  const secure = deps.publicUrl?.startsWith('https:') ?? false
  const cookie = sessionCookie(secure)
  const publicHost = deps.publicUrl === undefined ? [] : [new URL(deps.publicUrl).hostname]

  const api = new Hono<SignedInEnv>()
    .use(noStore)
    .use(compressed)
    .use(jsonGuard)
    .use(sessionGuard(deps.services, cookie))
    .use((c, next) => (c.req.path === '/api/chat' ? conversationSize : smallSize)(c, next))
    .route('/', sessionRoutes(deps, cookie))
    .route('/workspace', workspaceRoutes(deps))
    .route('/threads', threadRoutes(deps))
    .route('/chat', chatRoutes(deps))
    .route('/', memberRoutes(deps))
    .route('/segments', segmentRoutes(deps))
    .route('/audiences', audienceRoutes(deps))
    .route('/compare', compareRoutes(deps))
    .route('/criteria', criteriaRoutes(deps))
    .route('/indicators', indicatorRoutes(deps))
    .route('/profiles', profileRoutes(deps))
    .route('/groups', groupRoutes(deps))
    .route('/scores', scoreRoutes(deps))
    .route('/suggestions', suggestionRoutes(deps))
    .route('/activity', activityRoutes(deps))
    .route('/moved', movedRoutes(deps))
    .route('/proposals', proposalRoutes(deps))
    .route('/questions', questionRoutes(deps))
    .route('/exports', exportRoutes(deps))
    .route('/motions', motionRoutes(deps))
    .route('/routing', routingRoutes(deps))
    .route('/data-health', dataHealthRoutes(deps))
    .route('/sources', sourceRoutes(deps))
    .route('/joins', joinRoutes(deps))
    .route('/imports', importRoutes(deps))
    .all('*', () => {
      throw new NotFoundError('There is no such route', { next: 'GET /openapi.json lists them.' })
    })

  // Files come as they are, and are larger than messages.
  const uploads = new Hono<SignedInEnv>()
    .use(noStore)
    .use(sessionGuard(deps.services, cookie))
    .route('/', uploadRoutes(deps))

  const app: Hono = new Hono()
    .onError(answerError(deps.report))
    .use('/widget.js', includable)
    .use(securityHeaders(secure))
    .use(hostGuard([...deps.hosts, ...publicHost]))
    .route('/', healthRoutes(deps))
    .route(
      '/',
      openApiRoutes(() => app.routes),
    )
    // Tells its callers and their origins by itself, in the way of its protocol.
    .use('/mcp', noStore)
    .route('/mcp', mcpRoutes(deps))
    // A key says who sends, and no cookie: pages of the shop send by themselves.
    .route('/v1', arrivalRoutes(deps))
    .use(widgetCors(deps.widgetOrigins))
    .use(originGuard(deps.publicUrl))
    .use('/signin', smallSize)
    .route('/', signinRoutes(deps, cookie))
    .route('/api/uploads', uploads)
    .route('/api', api)
    .use('/v1/widget-tokens', noStore, jsonGuard, smallSize)
    .route('/v1/widget-tokens', widgetTokenRoutes(deps))
    .use('/webhooks/*', noStore, jsonGuard)
    .route('/webhooks/shopify', shopifyRoutes(deps))
    .route('/', webRoutes(deps))
  return app
}

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError() {
      throw new RefusedError(413, 'The request is too large', 'Send a shorter message.')
    },
  })

const smallSize = limit(64 * 1024)
/** Stock clients send the whole conversation along, of which only the last message is read. */
const conversationSize = limit(8 * 1024 * 1024)
