import { signalTypeOf } from '../signals/known.ts'
import { type Message, textOf } from './message.ts'
import { firstOf, unusedOf } from './properties.ts'
import type { ReadRows } from './rows.ts'

/** A signal as it waits for its company and person. */
export interface SignalRow {
  readonly id: string
  /** The key of a type of the registry, or the event’s name as it came. */
  readonly type: string
  /** Whether the registry knows the type. */
  readonly known: boolean
  readonly topic: string | null
  readonly companyId: string | null
  readonly personId: string
  readonly at: number
  readonly strength: number | null
  readonly source: string | null
}

const COMPANY = ['company_id', 'companyId', 'groupId'] as const
const TOPIC = ['topic', 'technology', 'page', 'title'] as const

/**
 * What somebody at a company did: a signal, of a type of the registry where its name is one. A page that they looked
 * at is a visit, of the page’s own kind where the registry has one (the page “Pricing”).
 */
export function signalRow(message: Message, subject: string | null): ReadRows {
  const { id, kind, event, fields, anonymousId, groupId, at } = message
  const name = kind === 'track' ? (event ?? '') : `viewed_${event ?? 'page'}`
  const type = signalTypeOf(name) ?? (kind === 'track' ? undefined : signalTypeOf('visit'))
  const said = fields['strength']
  const strength = said === undefined || said === null ? null : Number(said)
  if (strength !== null && !(strength >= 0 && strength <= 1)) {
    return { problem: 'properties.strength is not between 0 and 1' }
  }
  return {
    entities: [],
    signal: {
      id,
      type: type?.key ?? name,
      known: type !== undefined,
      topic: (kind === 'track' ? null : event) ?? firstOf(fields, TOPIC),
      companyId: firstOf(fields, COMPANY) ?? groupId,
      personId: subject ?? `anonymous:${anonymousId ?? ''}`,
      at,
      strength,
      source: textOf(fields['source']) ?? null,
    },
    unused: unusedOf(fields, ['strength', 'source', ...COMPANY, ...TOPIC]),
  }
}
