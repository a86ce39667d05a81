import { z } from 'zod'
import { isProblem } from '../imports/cells/cell.ts'
import { readInstant } from '../imports/cells/instant.ts'

/** Segment’s limits: https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/ */
export const LARGEST_MESSAGE = 32 * 1024
export const LARGEST_BATCH = 500 * 1024

export const MESSAGE_KINDS = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

type Fields = Readonly<Record<string, unknown>>

/** One message of a program, as it is stored. */
export interface Message {
  readonly kind: MessageKind
  /** Its own, or one that was made for it: sent again with its own, it is stored once. */
  readonly id: string
  /** As the other program knows them; null where only an anonymous id is known. */
  readonly userId: string | null
  readonly anonymousId: string | null
  /** Epoch seconds; when it came, where it does not say. */
  readonly at: number
  /** Traits of a person or a company, or the properties of an event. */
  readonly fields: Fields
  /** Of `track`; of `page` and `screen` what was looked at, where they name it. */
  readonly event: string | null
  /** Of `group`, and of other messages whose context names one. */
  readonly groupId: string | null
  /** Of `alias`: an id by which the same one went before. */
  readonly previousId: string | null
  readonly context: Fields
}

// Thousands come in a second, and each step that a value is taken through counts: there are as few as will do.
const given = z.union([z.string().trim().max(500), z.number().transform(String)]).nullish()
const fields = z
  .custom<Fields>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    error: 'Invalid input: expected object',
  })
  .nullish()

const envelope = z.object({
  type: z.string().optional(),
  messageId: given,
  userId: given,
  anonymousId: given,
  groupId: given,
  previousId: given,
  timestamp: z.string().nullish(),
  event: z.string().trim().max(200).nullish(),
  name: z.unknown().optional(),
  traits: fields,
  properties: fields,
  context: fields,
  sentAt: z.string().nullish(),
})

/** A message, or why it is none: completes "This message can’t be taken: …". */
export type ReadMessage = { readonly message: Message } | { readonly problem: string }

export interface Reading {
  /** Bytes of all that came in one request: one message of it is no larger. */
  readonly bytes: number
  /** How far the clock of whoever sent the batch stands behind ours: see `slowBy`. */
  readonly slow: number
  /** Of the address that it was sent to; a batch’s messages say it themselves. */
  readonly kind?: MessageKind
  readonly now: number
  readonly newId: () => string
}

export function readMessage(raw: unknown, { bytes, kind: fixed, now, newId, slow }: Reading): ReadMessage {
  if (bytes > LARGEST_MESSAGE && Buffer.byteLength(JSON.stringify(raw) ?? '') > LARGEST_MESSAGE) {
    return { problem: 'it is larger than 32 KB' }
  }
  const parsed = envelope.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { problem: `${issue?.path.join('.') || 'it'} does not fit (${issue?.message ?? 'not an object'})` }
  }
  const { type, messageId, timestamp, event, name, traits, properties, sentAt } = parsed.data
  const userId = parsed.data.userId || null
  const anonymousId = parsed.data.anonymousId || null
  const previousId = parsed.data.previousId || null
  const context = parsed.data.context ?? {}
  const groupId = parsed.data.groupId || null
  const kind = fixed ?? MESSAGE_KINDS.find((one) => one === type)
  if (kind === undefined) {
    return {
      problem: `type is ${type === undefined ? 'missing' : `“${type.slice(0, 40)}”`}: ${MESSAGE_KINDS.join(', ')} are taken`,
    }
  }
  if (userId === null && anonymousId === null) return { problem: 'userId or anonymousId is required' }
  const told = timestamp === null || timestamp === undefined ? now : readInstant(timestamp)
  if (typeof told !== 'number') {
    return { problem: `timestamp ${isProblem(told ?? '') ? 'is not a time in ISO 8601' : 'is empty'}` }
  }
  if (kind === 'track' && !event) return { problem: 'event is required: what happened' }
  if (kind === 'group' && groupId === null) return { problem: 'groupId is required: the id of the company' }
  if (kind === 'alias' && userId === null) return { problem: 'userId is required: the id from now on' }
  if (kind === 'alias' && previousId === null) return { problem: 'previousId is required: the id before' }
  return {
    message: {
      kind,
      id: messageId || newId(),
      userId,
      anonymousId,
      at: told === now ? now : told + (typeof sentAt === 'string' ? slowBy(sentAt, now) : slow),
      fields: (kind === 'identify' || kind === 'group' ? traits : properties) ?? {},
      event: (kind === 'track' ? event : textOf(name)) || null,
      groupId: groupId ?? textOf(context['groupId']) ?? null,
      previousId,
      context,
    },
  }
}

/** How far the clock of whoever sends stands behind ours, as Segment corrects timestamps: 0 where nobody says. */
export function slowBy(sentAt: unknown, now: number): number {
  const sent = typeof sentAt === 'string' ? readInstant(sentAt) : null
  return typeof sent === 'number' ? now - sent : 0
}

/** A text or number as the cell of a file has it; undefined for whatever is neither. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
