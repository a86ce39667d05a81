import { fileURLToPath } from 'node:url'
import { type AskRequest, ask } from '#chat/ask.ts'
import { chooseModel } from '#chat/models.ts'
import { createConversations } from '#chat/conversations.ts'
import { createAnswerer } from '#chat/answerer.ts'
import { createOfflineModel } from '#chat/offline-model.ts'
import type { Outcome } from '#chat/outcome.ts'
import type { TurnDeps } from '#chat/turn.ts'
import { PROGRAM_FILE } from '#cli/program-file.ts'
import { openReader } from '#db/open.ts'
import { createArrivals } from '#domain/arrivals/arrivals.ts'
import { planContext } from '#domain/criteria/context.ts'
import { createDefinitions } from '#domain/definitions.ts'
import { dialects } from '#domain/dialects/index.ts'
import { createBrowsing } from '#domain/browsing/browse.ts'
import { createHealth } from '#domain/health/health.ts'
import { createHealthThread } from '#domain/health/health-thread.ts'
import { createImportJobs } from '#domain/imports/uploads/jobs.ts'
import { createUploads } from '#domain/imports/uploads/uploads.ts'
import { createInsights } from '#domain/insights/insights.ts'
import { readMeasure } from '#domain/language/measures/read-measure.ts'
import { interpret } from '#domain/language/interpret.ts'
import { createReceipts } from '#domain/language/create-receipts.ts'
import { createSituation } from '#domain/language/create-situation.ts'
import { createMembers } from '#domain/members/engine.ts'
import { createDistributions } from '#domain/indicators/distributions.ts'
import { createPreviews } from '#domain/previews/count.ts'
import { createExportChecks } from '#domain/exports/checks.ts'
import { createExportJobs, type ExportJobs } from '#domain/exports/jobs.ts'
import { createExports } from '#domain/exports/read.ts'
import { createExplanations } from '#domain/explanations/create-explanations.ts'
import { createGroupsThread } from '#domain/profiles/living/groups-thread.ts'
import { createLiving } from '#domain/profiles/living/living.ts'
import { createAsking } from '#domain/profiles/questions/asking.ts'
import { createScoring } from '#domain/profiles/scoring/scoring.ts'
import { createStanding } from '#domain/profiles/standing/standing.ts'
import { createSuggestions } from '#domain/profiles/suggestions/suggestions.ts'
import { createDecisions, type Decisions } from '#domain/proposals/decide.ts'
import { createRoutingJobs } from '#domain/routing/jobs.ts'
import type { WebhookPolicy } from '#domain/routing/webhook.ts'
import { createDraft } from '#domain/proposals/draft.ts'
import { createProposals } from '#domain/proposals/read.ts'
import { createPerimeters } from '#domain/audiences/perimeters.ts'
import { createRefreshJobs } from '#domain/segments/refresh-jobs.ts'
import { createSegmentTable } from '#domain/segments/table.ts'
import { createFollowing, type Following } from '#domain/schedule/following.ts'
import type { Services } from '#domain/services.ts'
import { createThings } from '#domain/things/things.ts'
import { createVocabulary } from '#domain/vocabulary/create-vocabulary.ts'
import { readWorkspace } from '#domain/workspace/workspace.ts'
import type { WriterPort } from '#domain/writer/port.ts'
import { prepared } from '#domain/writer/prepared.ts'
import { threadWriter } from '#domain/writer/thread.ts'
import { announceServer } from '#http/presence.ts'
import { type Served, serve } from '#http/serve.ts'
import { createSignInLinks, type SignInLinks } from '#http/sign-in-links.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { databasePath } from '#kernel/database-path.ts'
import { fixedClock, type Instant, systemClock } from '#kernel/clock.ts'
import { randomIds } from '#kernel/ids.ts'
import { createWaitedFor } from '#kernel/waited-for.ts'
import { systemBrowser } from '#mcp/confirmation/browser.ts'
import type { Wish } from '#mcp/offer.ts'
import { createMcpHttp } from '#mcp/http/mcp-http.ts'
import { serveMcp } from '#mcp/serve.ts'
import { tools } from '#tools/index.ts'
import { serverLog } from './server-log.ts'
import packageJson from '../package.json' with { type: 'json' }
import {
  confirmSurfaces,
  listSettings,
  namedHosts,
  readSettings,
  shopifyStore,
  type SettingInForce,
  type Settings,
} from '#settings'

/** Everything, wired: what the surfaces are made of. */
export interface App extends Omit<Following, 'followData'> {
  readonly settings: Settings
  readonly settingsInForce: readonly SettingInForce[]
  readonly databasePath: string
  /** What tools get: reads, and drafting. */
  readonly services: Services
  readonly writer: WriterPort
  readonly decisions: Decisions
  readonly exportJobs: ExportJobs
  readonly chat: TurnDeps
  readonly report: ReportBug
  readonly signInLinks: SignInLinks
  /** One turn of a conversation that nobody keeps. */
  ask(request: AskRequest): Promise<Outcome>
  /**
   * Serves the web app, and tells other processes of this machine where. As long as it does, segments, scores and
   * frozen indicators follow the data.
   */
  serve(): Promise<Served & { readonly signInLink: string }>
  /** Serves MCP over stdio until the client leaves: all tools, or those that it wishes for. */
  serveMcp(signal: AbortSignal, wish?: Wish): Promise<void>
  close(): Promise<void>
}

/** Reads the settings, opens the database (made and migrated where needed), and wires the parts. */
export async function openApp(env: Readonly<Record<string, string | undefined>>): Promise<App> {
  const settings = readSettings(env)
  const clock = settings.MUSTER_NOW === undefined ? systemClock : fixedClock(settings.MUSTER_NOW)
  const ids = randomIds
  const path = databasePath(settings.DATABASE_URL)
  const { report, note } = serverLog(ids, settings)

  // Chosen before anything is opened, so that a name that means nothing leaves nothing behind.
  const model = chooseModel(
    { name: settings.MUSTER_MODEL, apiKey: settings.OPENAI_API_KEY, baseUrl: settings.OPENAI_BASE_URL },
    createOfflineModel((text, atHand) => interpret(text, situation(atHand))),
  )
  const writer = threadWriter({ databasePath: path, now: settings.MUSTER_NOW ?? null })
  const reader = await prepared(writer, () => openReader(path))

  const workspace = () => readWorkspace(reader)
  const vocabulary = createVocabulary({ reader, currency: () => workspace().currency })
  const { dictionary } = vocabulary
  const contextAt = (now: Instant) =>
    planContext({ reader, dialect: dialects.sqlite, dictionary, workspace: workspace(), now })
  const definitions = createDefinitions(reader)
  const { segments, indicators, audiences, profiles } = definitions
  const proposals = createProposals({ reader, clock })
  const members = createMembers({
    databasePath: path,
    reader,
    context: contextAt,
    threads: settings.MUSTER_READERS,
    timeLimit: settings.MUSTER_TIME_LIMIT * 1000,
  })

  const thread = createGroupsThread(path)
  const known = { reader, clock, vocabulary, workspace, members, context: contextAt, thread, ...definitions }
  const situation = createSituation({ ...known, proposals })

  const waitedFor = createWaitedFor()
  const previews = createPreviews({
    reader,
    clock,
    ids,
    members,
    segments,
    vocabulary,
    writer,
    waitedFor,
    context: contextAt,
    receipt: createReceipts({ situation, proposals }),
  })
  const webhooks: WebhookPolicy = {
    secret: settings.MUSTER_WEBHOOK_SECRET,
    allowPrivate: settings.MUSTER_WEBHOOK_PRIVATE,
  }
  const scoring = createScoring({ reader, clock, profiles, members, context: contextAt })
  const draft = createDraft({
    scoring,
    reader,
    clock,
    ids,
    segments,
    previews,
    proposals,
    writer,
    checkExport: createExportChecks({ databasePath: path, reader, clock }),
    webhooks,
    tolerance: settings.MUSTER_TOLERANCE,
  })
  const routingJobs = createRoutingJobs({ reader, writer, members, clock, report, policy: webhooks })
  const exportJobs = createExportJobs({ databasePath: path, reader, writer, clock, report })
  const answerer = createAnswerer(model, settings.MUSTER_MODEL_PRICE)
  const uploads = createUploads({ databasePath: path, ids })
  const { questionJobs, ...asking } = createAsking({ reader, writer, clock, report, answerer })
  const { followData, ...following } = createFollowing({ ...known, writer, routingJobs, report })
  const storing = { writer, databasePath: path, waitedFor }
  const arrivals = createArrivals({ ...known, ...following, ...storing, followData, report })
  const surfaces = confirmSurfaces(settings)
  const importJobs = createImportJobs({ writer, uploads, clock, onImported: () => followData.wake(), report })
  const onConfirmed = () => [exportJobs, questionJobs, followData].forEach((jobs) => jobs.wake())
  const decisions = createDecisions({ clock, members, proposals, writer, surfaces, onConfirmed })

  const explanations = createExplanations({ ...known, previews })
  const living = createLiving({ ...known, previews, words: explanations.words })

  const services: Services = {
    clock,
    ids,
    reader,
    workspace,
    vocabulary,
    members,
    previews,
    draft,
    ...definitions,
    segmentTable: createSegmentTable({ reader, clock, segments, members, workspace }),
    distributions: createDistributions({ reader, indicators, previews, members, clock }),
    perimeters: createPerimeters({ members, clock, context: contextAt }),
    scoring,
    standing: createStanding({ reader, clock, members, profiles }),
    living,
    suggestions: createSuggestions({ ...known, scoring }),
    ...asking,
    readMeasure: (text) => readMeasure(text, situation({})),
    exports: createExports(reader),
    things: createThings({ reader, clock }),
    proposals,
    explanations,
    health: createHealth({ reader, clock, segments, members, vocabulary, thread: createHealthThread(path) }),
    insights: createInsights({ reader, clock, segments, audiences, previews, members, context: contextAt }),
  }
  const chat: TurnDeps = { services, tools, report, model }

  const mcpServer = { version: packageJson.version, tools, services, decisions, surfaces, report, exportJobs }
  const mcp = createMcpHttp({ ...mcpServer, perMinute: settings.MUSTER_MCP_RATE })

  const conversations = createConversations({ ...chat, writer })
  const refreshJobs = createRefreshJobs({ ...following, segments, clock, report })
  const core = { services, writer, decisions, exportJobs, databasePath: path, report }
  // Read by what serves: most commands do not.
  const httpUnder = async (publicUrl: string | undefined) => {
    const { createHttp } = await import('#http/http.ts')
    return createHttp({
      ...core,
      uploads,
      importJobs,
      chat: conversations,
      mcp,
      refreshJobs,
      arrivals,
      shopify: shopifyStore(settings),
      note,
      browsing: createBrowsing({ reader, clock, members, segments, previews }),
      questionJobs,
      model: { id: chat.model.id, ...(chat.model.note === undefined ? {} : { note: chat.model.note }) },
      confirmHere: surfaces.has('web'),
      hosts: namedHosts(settings),
      widgetOrigins: settings.MUSTER_WIDGET_ORIGINS,
      publicUrl,
      webRoot: fileURLToPath(new URL('../dist/web', import.meta.url)),
    })
  }
  const signInLinks = createSignInLinks({ reader, writer, databasePath: path })

  return {
    ...core,
    ...following,
    settings,
    settingsInForce: listSettings(settings),
    chat,
    signInLinks,
    ask: (request) => ask(chat, request),
    async serve() {
      const served = await serve(await httpUnder(settings.MUSTER_PUBLIC_URL), {
        port: settings.PORT,
        host: settings.MUSTER_HOST,
      })
      const url = settings.MUSTER_PUBLIC_URL ?? served.url
      const withdraw = await announceServer(path, { url, listens: served.url })
      followData.start()
      questionJobs.wake()
      return {
        url,
        signInLink: await signInLinks.linkUnder(url),
        async close() {
          await followData.stop()
          await withdraw()
          await served.close()
        },
      }
    },
    serveMcp: (signal, wish = {}) =>
      serveMcp(
        {
          ...mcpServer,
          wish,
          ...signInLinks,
          command: (id) =>
            `DATABASE_URL='sqlite:${path}' '${process.execPath}' '${PROGRAM_FILE}' confirm ${id}`,
          databasePath: path,
          // Reached by the human of this machine alone, whatever name the shared server has.
          serveWeb: async () => serve(await httpUnder(undefined), { port: 0 }),
          openBrowser: systemBrowser(env),
        },
        signal,
      ),
    async close() {
      await mcp.close()
      await conversations.close()
      await arrivals.settled()
      await followData.stop()
      for (const jobs of [importJobs, routingJobs, exportJobs, questionJobs, refreshJobs]) await jobs.close()
      await members.close()
      reader.close()
      await writer.close()
    },
  }
}
