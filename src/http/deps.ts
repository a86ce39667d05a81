import type { Arrivals } from '#domain/arrivals/arrivals.ts'
import type { Browsing } from '#domain/browsing/browse.ts'
import type { ExportJobs } from '#domain/exports/jobs.ts'
import type { QuestionJobs } from '#domain/profiles/questions/jobs.ts'
import type { ImportJobs } from '#domain/imports/uploads/jobs.ts'
import type { Uploads } from '#domain/imports/uploads/uploads.ts'
import type { Decisions } from '#domain/proposals/decide.ts'
import type { RefreshJobs } from '#domain/segments/refresh-jobs.ts'
import type { Services } from '#domain/services.ts'
import type { SignedIn, User } from '#domain/users/schema.ts'
import type { WriterPort } from '#domain/writer/port.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import type { WorkspaceView } from './api.ts'

/** What the routes are given. Built in src/app.ts. */
export interface HttpDeps {
  readonly services: Services
  readonly writer: WriterPort
  readonly chat: ChatPort
  readonly mcp: McpPort
  readonly decisions: Decisions
  readonly browsing: Browsing
  readonly arrivals: Arrivals
  /** The store whose webhooks are taken, and what signs them; undefined where none is connected. */
  readonly shopify?: { readonly shop: string; readonly secrets: readonly string[] } | undefined
  /** Tells the operator of something that no person is told: a line of the server’s log. */
  readonly note: (what: Readonly<Record<string, string | number>>) => void
  readonly exportJobs: ExportJobs
  readonly uploads: Uploads
  readonly importJobs: ImportJobs
  readonly questionJobs: QuestionJobs
  /** Files of exports stand beside it. */
  readonly databasePath: string
  readonly refreshJobs: RefreshJobs
  readonly model: WorkspaceView['model']
  /** Whether a click in the web app confirms. */
  readonly confirmHere: boolean
  /** Names under which people reach the server, besides those of this machine. */
  readonly hosts: readonly string[]
  /** Whose pages may show the widget. */
  readonly widgetOrigins: readonly string[]
  /** How people reach the web app, when it stands behind a proxy. */
  readonly publicUrl?: string | undefined
  /** The folder of the built web app. */
  readonly webRoot: string
  readonly report: ReportBug
}

/** The conversations of src/chat, as far as HTTP needs them. */
export interface ChatPort {
  say(said: {
    readonly user: User
    readonly threadId?: string | undefined
    readonly version?: number | undefined
    readonly messageId: string
    readonly text: string
  }): Promise<Response>
  askAgain(asked: {
    readonly user: User
    readonly threadId: string
    readonly version?: number | undefined
  }): Promise<Response>
  /** The answer that is being written; undefined when there is none. */
  follow(user: User, threadId: string): Response | undefined
  isAnswering(user: User, threadId: string): boolean
  stop(user: User, threadId: string): Promise<boolean>
}

/** MCP of src/mcp, as far as HTTP needs it. */
export interface McpPort {
  /** How many requests of a token are answered in a minute. */
  readonly perMinute: number
  serve(request: Request, caller: McpCaller): Promise<Response>
}

/** Whom the token of a request speaks for. */
export interface McpCaller {
  readonly tokenId: string
  readonly user: User
  /** What is left to them with this token. */
  readonly role: User['role']
  /** Where they find the web app. */
  readonly origin: string
}

/** What a request carries once the session guard has let it through. */
export interface SignedInEnv {
  Variables: { signedIn: SignedIn }
}
