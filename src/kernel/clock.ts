import { ConfigError } from './errors.ts'

/** An instant in epoch seconds, UTC. */
export type Instant = number

export interface Clock {
  /** The instant that every reading takes for now. */
  now(): Instant
}

export const systemClock: Clock = { now: () => Math.floor(Date.now() / 1000) }

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/

/** A clock that stands still, from an ISO 8601 instant (the setting `MUSTER_NOW`); without an offset it is UTC. */
export function fixedClock(iso: string): Clock {
  const [, day = '', time = '00:00', offset = 'Z'] = ISO.exec(iso) ?? []
  const now = Math.floor(Date.parse(`${day}T${time}${offset}`) / 1000)
  // The runtime takes 30 February for a day in March.
  if (Number.isNaN(now) || !toIso(Date.parse(`${day}T00:00Z`) / 1000).startsWith(day)) {
    throw new ConfigError(`MUSTER_NOW is not a date: ${iso}`, {
      next: 'Give an ISO 8601 instant such as 2025-11-20T12:00:00Z.',
    })
  }
  return { now: () => now }
}

/** Previews are pinned to the whole minute, so that the same question within it has the same answer. */
export const toMinute = (at: Instant): Instant => at - (at % 60)

/** `2025-11-20 12:00:00`, UTC: how dates stand in SQL that people read and in files. */
export const toSqlText = (at: Instant): string => toIso(at).slice(0, 19).replace('T', ' ')

/** `2025-11-20T12:00:00Z` */
export const toIso = (at: Instant): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`
