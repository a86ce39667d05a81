import { change } from '../apply/change.ts'
import { upsert } from '../apply/upsert.ts'
import { stagedName } from '../staging/names.ts'
import type { ImportTable } from './define.ts'

export const campaigns: ImportTable = {
  columns: {
    id: { kind: 'id', required: true },
    name: { kind: 'text', required: true },
    channel: { kind: 'text' },
    creative_tags: { kind: 'text' },
    offer_tags: { kind: 'text' },
    goal: { kind: 'text' },
    sent_at: { kind: 'instant' },
    recipients: { kind: 'count' },
    cost: { kind: 'charge' },
  },
  key: 'id',
  apply(run) {
    const present = run.staging.present('campaigns') ?? new Set()
    // Events that came earlier have named some of these campaigns already.
    const adopted = change(
      run.driver,
      `UPDATE campaigns AS t SET external_id = s.id FROM ${stagedName('campaigns')} s
       WHERE t.external_id IS NULL AND t.key = fold_text(s.name)
         AND s.place = (SELECT min(f.place) FROM ${stagedName('campaigns')} f WHERE f.name = s.name)
         AND NOT EXISTS (SELECT 1 FROM campaigns o WHERE o.external_id = s.id)`,
    )
    const plain = ['channel', 'creative_tags', 'offer_tags', 'goal', 'sent_at', 'recipients', 'cost']
    const counts = upsert(run.driver, {
      from: 'campaigns',
      into: 'campaigns',
      key: { external_id: 's.id' },
      values: {
        name: 's.name',
        key: 'fold_text(s.name)',
        ...Object.fromEntries(plain.map((column) => [column, `s.${column}`])),
      },
      updates: ['name', 'key', ...plain.filter((column) => present.has(column))],
    })
    if (adopted + counts.added + counts.updated > 0) run.changed('events')
    return counts
  },
}
