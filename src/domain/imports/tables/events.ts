import { change, countRows } from '../apply/change.ts'
import { nameAnew } from '../apply/names.ts'
import { customerReference, productReference, rejectUnknown } from '../apply/references.ts'
import { selectNew, upsert, type Upsert } from '../apply/upsert.ts'
import { hasSeveralSources } from '../../joins/several-sources.ts'
import { VERIFYING_EVENTS } from '../../joins/verifying.ts'
import { stagedName } from '../staging/names.ts'
import type { ImportTable } from './define.ts'

const STAGED = stagedName('events')
const NAMED = 'temp.import_named_campaigns'

/** Which of the database's columns each of the file's columns fills. */
const FILLS: Readonly<Record<string, string>> = {
  customer_id: 'customer_id',
  type: 'type_id',
  occurred_at: 'occurred_at',
  product_id: 'product_id',
  campaign: 'campaign_id',
  channel: 'channel',
  device: 'device',
  value: 'value',
}

export const events: ImportTable = {
  columns: {
    id: { kind: 'id', required: true },
    customer_id: { kind: 'id', required: true },
    type: { kind: 'id', required: true },
    occurred_at: { kind: 'instant', required: true },
    product_id: { kind: 'id' },
    campaign: { kind: 'id' },
    channel: { kind: 'text' },
    device: { kind: 'text' },
    value: { kind: 'number' },
  },
  key: 'id',
  apply(run) {
    const { driver, source, touched } = run
    const present = run.staging.present('events') ?? new Set()
    rejectUnknown(run, 'events', customerReference(source))
    rejectUnknown(run, 'events', productReference)
    nameAnew(driver, 'event_types', 'events', 'type')
    if (present.has('campaign')) findCampaigns()
    const rows: Upsert = {
      from: 'events',
      into: 'events',
      joins: `JOIN identities i ON i.source = '${source}' AND i.external_id = s.customer_id
        JOIN event_types y ON y.key = fold_text(s.type)`,
      key: { external_id: 's.id', source: `'${source}'` },
      values: {
        customer_id: 'i.customer_id',
        type_id: 'y.id',
        occurred_at: 's.occurred_at',
        product_id: '(SELECT p.id FROM products p WHERE p.external_id = s.product_id)',
        campaign_id: present.has('campaign')
          ? `(SELECT n.campaign_id FROM ${NAMED} n WHERE n.name = s.campaign)`
          : 'NULL',
        channel: 's.channel',
        device: 's.device',
        value: 's.value',
      },
      updates: Object.entries(FILLS).flatMap(([column, filled]) => (present.has(column) ? [filled] : [])),
    }
    // Of all events only bounces are in the facts: whether an address can be reached.
    const bounces = `y.key = 'bounced_email'`
    const bounced =
      countRows(driver, `${STAGED} s JOIN event_types y ON y.key = fold_text(s.type) WHERE ${bounces}`) > 0
    // They may show that somebody is known from another source, too.
    const verifies = hasSeveralSources(driver) ? ` OR y.key IN ${VERIFYING_EVENTS}` : ''
    touched.add(`${selectNew(rows, 'i.customer_id')} AND (${bounces}${verifies})`)
    const counts = upsert(driver, rows, touched)
    if (counts.added + counts.updated > 0) run.changed('events')
    if (counts.added + counts.updated > 0 && bounced) run.changed('consents')
    return counts

    /** A campaign is named by its id or else its name; names that nobody knows become campaigns. */
    function findCampaigns() {
      driver.exec(`CREATE TABLE ${NAMED}(name TEXT PRIMARY KEY, key TEXT, campaign_id INTEGER) WITHOUT ROWID;
        INSERT INTO ${NAMED} SELECT DISTINCT s.campaign, fold_text(s.campaign), NULL FROM ${STAGED} s
          WHERE s.campaign IS NOT NULL`)
      const look = `UPDATE ${NAMED} SET campaign_id = coalesce(
        (SELECT c.id FROM campaigns c WHERE c.external_id = import_named_campaigns.name),
        (SELECT min(c.id) FROM campaigns c WHERE c.key = import_named_campaigns.key)) WHERE campaign_id IS NULL`
      change(driver, look)
      change(
        driver,
        `INSERT INTO campaigns(name, key) SELECT min(n.name), n.key FROM ${NAMED} n
         WHERE n.campaign_id IS NULL GROUP BY n.key ORDER BY n.key`,
      )
      change(driver, look)
    }
  },
}
