import type { Generated } from 'kysely'
import type {
  IdentitiesTable,
  CustomersTable,
  CustomerKeysTable,
  CustomerLabelsTable,
  ConsentsTable,
  NamedTable,
  ProductsTable,
  ProductTagsTable,
  OrdersTable,
  ItemsTable,
  CampaignsTable,
  EventsTable,
  FactsTable,
  CustomerCategoryTable,
} from './tables/shop.ts'
import type {
  CompaniesTable,
  CompanyTechnologiesTable,
  PeopleTable,
  SignalsTable,
  SignalTypesTable,
} from './tables/accounts.ts'
import type {
  SegmentsTable,
  SegmentVersionsTable,
  ListMembersTable,
  MembershipsTable,
  RefreshesTable,
  SegmentFiguresTable,
  PreviewsTable,
  ProposalsTable,
  LogTable,
} from './tables/definitions.ts'
import type {
  AliasesTable,
  AnonymousIdsTable,
  ReceivedTable,
  WaitingEventsTable,
  WaitingMessagesTable,
  WaitingOrderChangesTable,
  WaitingSignalsTable,
  WaitingTraitsTable,
  WriteKeysTable,
} from './tables/arrivals.ts'
import type {
  AudienceChangesTable,
  AudienceMembersTable,
  AudienceMovesTable,
  ScoreChangesTable,
  ScoreMovesTable,
} from './tables/moves.ts'
import type { SuppressedTable, SuppressionSecretTable } from './tables/privacy.ts'
import type { DeliveriesTable, RoutingRulesTable, RoutingRuleVersionsTable } from './tables/routing.ts'
import type { JoinRule, JoinsTable } from './tables/joins.ts'
import type { SourceArrivalsTable, SourcesTable } from './tables/sources.ts'
import type { AccessTokensTable } from './tables/keys.ts'
import type {
  DataRequestsTable,
  LatestWordsTable,
  OrderRefundsTable,
  RefusedWebhooksTable,
} from './tables/webhooks.ts'
import type { WidgetKeysTable, WidgetTokensTable } from './tables/widgets.ts'
import type {
  UsersTable,
  SessionsTable,
  SigninCodesTable,
  ThreadsTable,
  MessagesTable,
} from './tables/users.ts'
import type { AudiencesTable, AudienceVersionsTable } from './tables/audiences.ts'
import type { ExportAccountsTable, ExportMembersTable, ExportsTable } from './tables/exports.ts'
import type {
  ProfilesTable,
  ProfileVersionsTable,
  ScoresTable,
  PersonaDriftTable,
  ScoringsTable,
} from './tables/profiles.ts'
import type { AnswersTable, QuestionRunsTable, QuestionsTable } from './tables/questions.ts'
import type { IndicatorsTable, IndicatorValuesTable, IndicatorVersionsTable } from './tables/indicators.ts'

export * from './tables/shop.ts'
export * from './tables/accounts.ts'
export * from './tables/arrivals.ts'
export * from './tables/moves.ts'
export * from './tables/definitions.ts'
export * from './tables/users.ts'
export * from './tables/indicators.ts'
export * from './tables/audiences.ts'
export * from './tables/exports.ts'
export * from './tables/keys.ts'
export * from './tables/webhooks.ts'
export * from './tables/widgets.ts'
export * from './tables/profiles.ts'
export * from './tables/routing.ts'
export * from './tables/privacy.ts'
export * from './tables/questions.ts'
export * from './tables/sources.ts'
export * from './tables/joins.ts'

/**
 * The tables, as Kysely sees them. Instants are epoch seconds (UTC), money is in minor units of the
 * workspace currency, flags are 0 or 1. Columns named `*_key` hold `foldText(value)`.
 */
export interface Schema {
  workspace: WorkspaceTable
  versions: VersionsTable
  event_rewrites: EventRewritesTable
  identities: IdentitiesTable
  customers: CustomersTable
  customer_keys: CustomerKeysTable
  customer_labels: CustomerLabelsTable
  consents: ConsentsTable
  categories: NamedTable
  brands: NamedTable
  products: ProductsTable
  product_tags: ProductTagsTable
  orders: OrdersTable
  items: ItemsTable
  event_types: NamedTable
  campaigns: CampaignsTable
  events: EventsTable
  facts: FactsTable
  customer_category: CustomerCategoryTable
  companies: CompaniesTable
  company_technologies: CompanyTechnologiesTable
  people: PeopleTable
  signals: SignalsTable
  signal_types: SignalTypesTable
  segments: SegmentsTable
  segment_versions: SegmentVersionsTable
  list_members: ListMembersTable
  memberships: MembershipsTable
  refreshes: RefreshesTable
  segment_figures: SegmentFiguresTable
  previews: PreviewsTable
  proposals: ProposalsTable
  log: LogTable
  users: UsersTable
  sessions: SessionsTable
  signin_codes: SigninCodesTable
  threads: ThreadsTable
  messages: MessagesTable
  imports: ImportsTable
  indicators: IndicatorsTable
  indicator_versions: IndicatorVersionsTable
  indicator_values: IndicatorValuesTable
  audiences: AudiencesTable
  audience_versions: AudienceVersionsTable
  exports: ExportsTable
  export_members: ExportMembersTable
  export_accounts: ExportAccountsTable
  widget_keys: WidgetKeysTable
  widget_tokens: WidgetTokensTable
  routing_rules: RoutingRulesTable
  routing_rule_versions: RoutingRuleVersionsTable
  deliveries: DeliveriesTable
  profiles: ProfilesTable
  profile_versions: ProfileVersionsTable
  scores: ScoresTable
  scorings: ScoringsTable
  persona_drift: PersonaDriftTable
  questions: QuestionsTable
  question_runs: QuestionRunsTable
  answers: AnswersTable
  joins: JoinsTable
  sources: SourcesTable
  source_arrivals: SourceArrivalsTable
  write_keys: WriteKeysTable
  access_tokens: AccessTokensTable
  received: ReceivedTable
  waiting_signals: WaitingSignalsTable
  waiting_events: WaitingEventsTable
  waiting_traits: WaitingTraitsTable
  anonymous_ids: AnonymousIdsTable
  aliases: AliasesTable
  waiting_messages: WaitingMessagesTable
  waiting_order_changes: WaitingOrderChangesTable
  latest_words: LatestWordsTable
  order_refunds: OrderRefundsTable
  data_requests: DataRequestsTable
  refused_webhooks: RefusedWebhooksTable
  score_changes: ScoreChangesTable
  score_moves: ScoreMovesTable
  audience_members: AudienceMembersTable
  audience_changes: AudienceChangesTable
  audience_moves: AudienceMovesTable
  suppressed: SuppressedTable
  suppression_secret: SuppressionSecretTable
}

/** Sources whose version counter rises in the transaction that changes their rows. */
export const SOURCES = [
  'customers',
  'consents',
  'products',
  'orders',
  'events',
  'lists',
  'segments',
  'memberships',
  'indicators',
  'companies',
  'people',
  'signals',
  'exports',
  'scores',
  'profiles',
  'answers',
] as const
export type Source = (typeof SOURCES)[number]

export interface WorkspaceTable {
  id: 1
  name: string
  timezone: string
  currency: string
  /** 1 while the demo company lives here; real data never mixes with it. */
  demo: number
  created_at: number
  join_rule: Generated<JoinRule>
  /** 1: parts of what was deleted before deletions were overwritten may be in the database's file. */
  remnants: Generated<0 | 1>
}

/** One row: how often events that were there were taken away or rewritten. */
export interface EventRewritesTable {
  id: number
  rewrites: number
}
export interface VersionsTable {
  source: Source
  version: number
}

export interface ImportsTable {
  id: string
  format: string
  files: string
  started_at: number
  finished_at: number | null
  state: 'running' | 'done' | 'failed'
  report: string | null
}
