import { InputError } from '#kernel/errors.ts'
import { slipsBetween } from '../../vocabulary/edit-distance.ts'

/** The documented views (db/migrations), with their columns: nothing else can be asked about. */
const VIEWS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    v_currency: 'currency minor_units',
    v_customers:
      'id external_id email email_key phone phone_key first_name first_name_key last_name last_name_key gender ' +
      'gender_key birthday country country_key region region_key city city_key postcode postcode_key latitude ' +
      'longitude language language_key created_at email_consent sms_consent email_reachable sms_reachable ' +
      'icp_code icp_score persona_code persona_score',
    v_identities: 'customer_id source external_id',
    v_labels: 'customer_id kind label label_key',
    v_consents: 'customer_id channel state changed_at source',
    v_orders:
      'id source external_id customer_id ordered_at status total discount_total refunded_total discount_code ' +
      'discount_code_key channel device',
    v_items:
      'id order_id customer_id ordered_at order_status quantity price product_id product product_key category ' +
      'category_key brand brand_key sku sku_key list_price',
    v_product_tags: 'product_id tag tag_key',
    v_events:
      'id customer_id type type_key occurred_at channel device value campaign campaign_key product_id product ' +
      'product_key category category_key brand brand_key sku sku_key list_price',
    v_list_members: 'list_id list customer_id',
    v_memberships: 'customer_id segment_id segment in_from entered_at left_at',
    v_exports: 'customer_id export_id format exported_at',
    v_indicators: 'customer_id indicator_id indicator value as_of',
    v_answers:
      'customer_id company_id person_id question question_key answer answer_key confidence answered_at',
    v_companies:
      'id external_id name name_key domain domain_key industry industry_key employees revenue country country_key ' +
      'region region_key city city_key tech_stack funding_stage funding_stage_key hiring_velocity headcount_growth ' +
      'relationship icp_code icp_score',
    v_technologies: 'company_id technology technology_key',
    v_people:
      'id external_id company_id email email_key phone first_name last_name title title_key seniority seniority_key ' +
      'function function_key country country_key region region_key city city_key timezone timezone_key ' +
      'years_experience years_in_role icp_code icp_score persona_code persona_score',
    v_signals:
      'id type type_key topic topic_key company_id person_id occurred_at strength source full_strength half_life',
  }).map(([view, columns]) => [view, new Set(columns.split(' '))]),
)

export const viewNames: readonly string[] = [...VIEWS.keys()]
export const columnsOfView = (view: string): ReadonlySet<string> | undefined => VIEWS.get(view)

/** Tables as people call them. */
const VIEW_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    order_items: 'v_items',
    order_lines: 'v_items',
    line_items: 'v_items',
    products: 'v_items',
    leads: 'v_people',
    accounts: 'v_companies',
    users: 'v_customers',
    contacts: 'v_customers',
    profiles: 'v_customers',
    segments: 'v_list_members',
    lists: 'v_list_members',
    tags: 'v_labels',
  }),
)

export function noSuchTable(name: string): InputError {
  const view = VIEW_OF.get(name) ?? nearest(name, viewNames)
  return new InputError(`This SQL asks the table “${name}”, which is not one of the documented views`, {
    next:
      view === undefined
        ? `Ask one of ${viewNames.join(', ')}.`
        : `Ask ${view}, which has ${[...(VIEWS.get(view) ?? [])].join(', ')}.`,
  })
}

export function noSuchColumn(name: string, tables: readonly (string | undefined)[]): InputError {
  const asked = tables.flatMap((table) => table ?? [])
  const columns = asked.flatMap((view) => [...(VIEWS.get(view) ?? [])])
  const near = nearest(name, columns)
  const elsewhere = viewNames.filter((view) => VIEWS.get(view)?.has(name))
  const next =
    near !== undefined
      ? `Did you mean ${near}?`
      : elsewhere.length > 0
        ? `It is a column of ${elsewhere.join(' and ')}: ask it there, in a subquery.`
        : `The columns are ${columns.join(', ')}.`
  return new InputError(
    `There is no column “${name}”${asked.length > 0 ? ` in ${[...new Set(asked)].join(' and ')}` : ''}`,
    {
      next: columns.length === 0 && near === undefined && elsewhere.length === 0 ? 'Leave it out.' : next,
    },
  )
}

/** The likeliest of some names for one that is none of them. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = (one: string) => one.replace(/^v_/, '').replace(/s$/, '')
  const [best] = known
    .map((one) => ({ one, slips: slipsBetween(plain(name), plain(one), one.length > 9 ? 2 : 1) }))
    .filter(({ slips }) => slips !== undefined)
    .toSorted((a, b) => (a.slips ?? 0) - (b.slips ?? 0))
  return best?.one
}
