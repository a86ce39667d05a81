import { signalTypeOf } from '../signals/known.ts'
import { type Message, textOf } from './message.ts'
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

/** A tracked event of somebody at a company: a signal, of a type of the registry where its name is one. */
export function signalRow(message: Message, subject: string | null): ReadRows {
  const { id, event, fields, anonymousId, groupId, at } = message
  const name = event ?? ''
  const type = signalTypeOf(name)
  const said = fields['strength']
  const strength = said === undefined || said === null ? null : Number(said)
  if (strength !== null && !(strength >= 0 && strength <= 1)) {
    return { problem: 'properties.strength is not between 0 and 1' }
  }
  const first = (names: readonly string[]) => names.flatMap((one) => textOf(fields[one]) || [])[0] ?? null
  const read = new Set<string>(['strength', 'source', ...COMPANY, ...TOPIC])
  return {
    entities: [],
    signal: {
      id,
      type: type?.key ?? name,
      known: type !== undefined,
      topic: first(TOPIC),
      companyId: first(COMPANY) ?? groupId,
      personId: subject ?? `anonymous:${anonymousId ?? ''}`,
      at,
      strength,
      source: textOf(fields['source']) ?? null,
    },
    unused: Object.keys(fields)
      .filter((property) => !read.has(property))
      .map((property) => `properties.${property}`),
  }
}
