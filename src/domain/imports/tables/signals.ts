import { folded, withKeys } from '../apply/folded.ts'
import { keepWaiting } from '../../signals/waiting.ts'
import { upsert } from '../apply/upsert.ts'
import type { ImportTable } from './define.ts'

export const signals: ImportTable = {
  columns: {
    id: { kind: 'id', required: true },
    type: { kind: 'id', required: true },
    topic: { kind: 'text' },
    company_id: { kind: 'id' },
    person_id: { kind: 'id' },
    occurred_at: { kind: 'instant', required: true },
    strength: { kind: 'number' },
    source: { kind: 'text' },
  },
  key: 'id',
  check(columns) {
    const [company, person] = [columns.indexOf('company_id'), columns.indexOf('person_id')]
    const strength = columns.indexOf('strength')
    return (values) => {
      if ((values[company] ?? values[person] ?? null) === null) {
        return { problem: 'names neither a company nor a person' }
      }
      const said = Number(values[strength] ?? 0)
      return said < 0 || said > 1 ? { problem: 'strength is not between 0 and 1' } : undefined
    }
  },
  apply(run) {
    const present = run.staging.present('signals') ?? new Set()
    keepWaiting(run)
    const values = {
      type: 's.type',
      topic: 's.topic',
      company_id: '(SELECT c.id FROM companies c WHERE c.external_id = s.company_id)',
      person_id: '(SELECT p.id FROM people p WHERE p.external_id = s.person_id)',
      occurred_at: 's.occurred_at',
      strength: 's.strength',
      source: 's.source',
      type_key: folded('type'),
      topic_key: folded('topic'),
    }
    // Of those that are here already it stays as it was.
    const arrived = { arrived_at: String(run.now) }
    const counts = upsert(run.driver, {
      from: 'signals',
      into: 'signals',
      key: { external_id: 's.id' },
      values: { ...values, ...arrived },
      updates: withKeys(
        Object.keys(values).filter((column) => present.has(column)),
        new Set(['type', 'topic']),
      ),
    })
    if (counts.added + counts.updated > 0) run.changed('signals')
    return counts
  },
}
