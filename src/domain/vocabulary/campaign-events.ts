import { sql } from 'kysely'
import { query } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import { customersAtMost } from './customer-lists.ts'
import { sampleOf } from './customer-sample.ts'
import type { Listing } from './kept.ts'

/** What kinds of events there are of each campaign, by its folded name: an ad is clicked, and never opened. */
export const campaignEvents: Listing<ReadonlyMap<string, ReadonlySet<string>>> = {
  sources: ['events'],
  size: customersAtMost,
  make(reader) {
    const { cte } = sampleOf(reader)
    const pairs = sql<{ campaign: string; event: string }>`
      WITH RECURSIVE ${cte}
      SELECT DISTINCT campaigns.name AS campaign, event_types.name AS event
      FROM (SELECT DISTINCT campaign_id, type_id FROM sample CROSS JOIN events ON customer_id = sample.id
        WHERE campaign_id IS NOT NULL) AS pairs
      JOIN campaigns ON campaigns.id = pairs.campaign_id JOIN event_types ON event_types.id = pairs.type_id`
    const found = new Map<string, Set<string>>()
    for (const { campaign, event } of reader.all({ compile: () => pairs.compile(query) })) {
      const key = foldText(campaign)
      const events = found.get(key) ?? new Set()
      found.set(key, events.add(event))
    }
    return found
  },
}
