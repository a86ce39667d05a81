import { countOf } from '#kernel/text.ts'
import type { Finding } from '../define.ts'

export const unusedEvents: Finding = {
  id: 'unused_events',
  title: 'Events that nothing uses',
  weight: 4,
  worst: 1,
  costs: 'They tell who is interested, and no campaign listens.',
  next: {
    words: 'Make a segment of one, for example of whoever did it in the last 30 days; or stop sending it.',
    href: '/build',
  },
  look(scan) {
    const types = scan
      .all(
        `SELECT t.key, t.name, (SELECT count(*) FROM events e WHERE e.type_id = t.id) AS events FROM event_types t`,
      )
      .map(({ key, name, events }) => ({ key: String(key), name: String(name), events: Number(events) }))
      .filter(({ events }) => events > 0)
      .toSorted((a, b) => b.events - a.events)
    if (types.length === 0) return null
    const used = new Set([...scan.known.usedEvents, 'bounced_email'])
    const unused = types.filter(({ key }) => !used.has(key))
    const all = types.reduce((sum, { events }) => sum + events, 0)
    const rest = unused.reduce((sum, { events }) => sum + events, 0)
    return {
      affected: unused.length,
      of: types.length,
      what: 'types of events',
      says:
        unused.length === 0
          ? 'Every type of event is asked for somewhere.'
          : `${countOf(unused.length, 'type')} of ${types.length} with ${rest.toLocaleString('en-US')} of ${countOf(all, 'event')} are in no segment, audience, indicator or profile.`,
      parts: unused.slice(0, 8).map(({ name, events }) => ({ label: name, affected: events, of: all })),
    }
  },
}
