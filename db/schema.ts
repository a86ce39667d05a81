import type { ColumnType, Generated } from 'kysely'

/**
 * The tables, as Kysely sees them. Instants are epoch seconds (UTC), money is in minor units of the
 * workspace currency, flags are 0 or 1. Columns named `*_key` hold `foldText(value)`.
 */
export interface Schema {
  workspace: WorkspaceTable
  versions: VersionsTable
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
  people: PeopleTable
  signals: SignalsTable
  segments: SegmentsTable
  segment_versions: SegmentVersionsTable
  list_members: ListMembersTable
  memberships: MembershipsTable
  refreshes: RefreshesTable
  previews: PreviewsTable
  proposals: ProposalsTable
  log: LogTable
  users: UsersTable
  sessions: SessionsTable
  signin_codes: SigninCodesTable
  threads: ThreadsTable
  messages: MessagesTable
  imports: ImportsTable
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
  'companies',
  'people',
  'signals',
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
}

export interface VersionsTable {
  source: Source
  version: number
}

/** How the outside world calls a customer. The generic format is the source `default`. */
export interface IdentitiesTable {
  source: string
  external_id: string
  customer_id: number
}

export interface CustomersTable {
  /** Dense, never reused. */
  id: Generated<number>
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
  gender: string | null
  /** `YYYY-MM-DD` */
  birthday: string | null
  /** ISO 3166-1 alpha-2 in capitals, or the text as it came where it could not be mapped. */
  country: string | null
  region: string | null
  city: string | null
  postcode: string | null
  latitude: number | null
  longitude: number | null
  language: string | null
  created_at: number | null
}

/** The folded texts that conditions search; one row a customer. */
export interface CustomerKeysTable {
  id: number
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
  gender: string | null
  country: string | null
  region: string | null
  city: string | null
  postcode: string | null
  language: string | null
}

export interface CustomerLabelsTable {
  kind: 'tag' | 'interest'
  key: string
  customer_id: number
  label: string
}

export const CHANNELS = ['email', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

export interface ConsentsTable {
  customer_id: number
  channel: Channel
  state: 'subscribed' | 'unsubscribed'
  changed_at: number | null
  source: string
}

export interface NamedTable {
  id: Generated<number>
  name: string
  key: string
}

export interface ProductsTable {
  id: Generated<number>
  external_id: string
  title: string
  title_key: string
  category_id: number | null
  brand_id: number | null
  price: number | null
  sku: string | null
  sku_key: string | null
}

export interface ProductTagsTable {
  key: string
  product_id: number
  label: string
}

export const ORDER_STATUSES = ['paid', 'pending', 'refunded', 'partially_refunded', 'cancelled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export interface OrdersTable {
  id: Generated<number>
  source: string
  external_id: string
  customer_id: number
  ordered_at: number
  status: OrderStatus
  /** 0 when cancelled: such an order never counts. */
  counted: number
  total: number
  discount_total: number
  refunded_total: number
  discount_code: string | null
  discount_key: string | null
  channel: string | null
  device: string | null
}

/** Order lines carry what conditions filter by, so that none of them needs a join. */
export interface ItemsTable {
  id: Generated<number>
  order_id: number
  customer_id: number
  ordered_at: number
  counted: number
  product_id: number
  category_id: number | null
  quantity: number
  price: number
}

export interface CampaignsTable {
  id: Generated<number>
  external_id: string | null
  name: string
  key: string
  channel: string | null
  creative_tags: string | null
  offer_tags: string | null
  goal: string | null
  sent_at: number | null
  recipients: number | null
  cost: number | null
}

export interface EventsTable {
  id: Generated<number>
  source: string
  external_id: string
  customer_id: number
  type_id: number
  occurred_at: number
  product_id: number | null
  campaign_id: number | null
  channel: string | null
  device: string | null
  value: number | null
}

/** One row a customer, kept right by every import: what most conditions ask, without touching history. */
export interface FactsTable {
  id: number
  /** Folded, as in customer_keys. */
  country: string | null
  created_at: number | null
  /** 1 subscribed, 0 unsubscribed, null unknown. */
  email_consent: number | null
  sms_consent: number | null
  /** 1 when consented, with a usable address, not bounced. */
  email_reachable: number
  sms_reachable: number
  /** Of counted orders, whatever their date: right as of now where last_at <= now. */
  orders: number
  spent: number
  refunded: number
  discount: number
  largest: number | null
  first_at: number | null
  last_at: number | null
}

export interface CustomerCategoryTable {
  category_id: number
  customer_id: number
  orders: number
  last_at: number
}

export interface CompaniesTable {
  id: Generated<number>
  external_id: string
  name: string | null
  domain: string | null
  industry: string | null
  employees: number | null
  revenue: number | null
  country: string | null
  region: string | null
  city: string | null
  tech_stack: string | null
  funding_stage: string | null
  hiring_velocity: number | null
  headcount_growth: number | null
  relationship: string | null
}

export interface PeopleTable {
  id: Generated<number>
  external_id: string
  company_id: number | null
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
  title: string | null
  seniority: string | null
  function: string | null
  country: string | null
  region: string | null
  city: string | null
  timezone: string | null
  years_experience: number | null
  years_in_role: number | null
}

export interface SignalsTable {
  id: Generated<number>
  external_id: string
  type: string
  topic: string | null
  company_id: number | null
  person_id: number | null
  occurred_at: number
  strength: number | null
  source: string | null
}

export type SegmentKind = 'default' | 'custom' | 'list'

export interface SegmentsTable {
  id: string
  name: string
  name_key: string
  description: string
  kind: SegmentKind
  /** Criteria as JSON; null for lists, whose members are in list_members. */
  criteria: string | null
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export interface SegmentVersionsTable {
  segment_id: string
  version: number
  name: string
  description: string
  criteria: string | null
  deleted: number
  actor: string
  at: number
  proposal_id: string | null
}

export interface ListMembersTable {
  segment_id: string
  customer_id: number
}

/** Who is or was in a segment; `left_at` null means still in. Instants are those of the refreshes. */
export interface MembershipsTable {
  segment_id: string
  customer_id: number
  version: number
  entered_at: number
  left_at: number | null
  cause: string
}

export interface RefreshesTable {
  id: Generated<number>
  segment_id: string
  version: number
  as_of: number
  members: number
  entered: number
  left: number
  cause: string
}

export interface PreviewsTable {
  id: string
  entity: string
  criteria: string
  as_of: number
  count: number
  total: number
  /** The member set: a compressed bitset over internal ids. */
  members: Uint8Array
  members_hash: string
  /** The whole preview as JSON, masked: what people were shown. */
  body: string
  created_at: number
  actor: string
}

export type ProposalState = 'draft' | 'confirmed' | 'rejected' | 'expired' | 'stale'

export interface ProposalsTable {
  id: string
  kind: string
  change: string
  target_id: string | null
  base_version: number | null
  preview_id: string | null
  summary: string
  /** Before and after, as JSON; shown with the proposal. */
  difference: string
  count: number | null
  total: number | null
  members_hash: string | null
  as_of: number
  /** Over the change, criteria, base version, as-of, count and members: what a human confirms. */
  content_hash: string
  state: ProposalState
  tolerance: number
  actor: string
  created_at: number
  expires_at: number
  decided_at: number | null
  decided_by: string | null
  /** Why it was refused, or what the change made, as JSON. */
  outcome: string | null
}

export interface LogTable {
  id: Generated<number>
  at: number
  actor: string
  action: string
  subject: string
  detail: string
}

export type Role = 'viewer' | 'editor' | 'approver'

export interface UsersTable {
  id: string
  name: string
  email: string | null
  role: Role
  /** scrypt, with its salt and cost: what `muster confirm` asks for. */
  passphrase: string | null
  created_at: number
}

export interface SessionsTable {
  /** SHA-256 of the cookie's token: the token itself is never stored. */
  token_hash: string
  user_id: string
  created_at: number
  expires_at: number
}

export interface SigninCodesTable {
  code_hash: string
  user_id: string | null
  created_at: number
  expires_at: number
  used_at: number | null
}

export interface ThreadsTable {
  id: string
  user_id: string | null
  title: string
  /** Rises with every stored turn: two tabs can't overwrite each other. */
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export interface MessagesTable {
  thread_id: string
  seq: number
  id: string
  role: 'user' | 'assistant'
  parts: string
  metadata: string | null
  created_at: number
}

export interface ImportsTable {
  id: string
  format: string
  files: string
  started_at: number
  finished_at: number | null
  state: 'running' | 'done' | 'failed'
  report: ColumnType<string | null>
}
