import { eventPhrases } from '../../conditions/events/events-phrases.ts'
import type { EventFilter } from '../../conditions/shared/filters.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Window } from '../../time/window.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'

const or = phrase('or', 'or they')

/** `opened an e-mail or clicked an e-mail in the last 30 days`, as the events that it asks for. */
export function eventsAt(reading: Reading, at: number): Found<Happened> | undefined {
  const first = oneEventAt(reading, at)
  const next = first === undefined ? -1 : or(reading, first.end)
  const second = next < 0 ? undefined : eventsAt(reading, next)
  if (first === undefined || second === undefined) return first
  if (first.value.within !== undefined || first.value.where !== undefined) return undefined
  const event = [...new Set([...first.value.event, ...second.value.event])]
  return { value: { ...second.value, event }, end: second.end }
}

interface Happened {
  readonly event: string[]
  readonly within?: Window
  readonly where?: EventFilter
}

function oneEventAt(reading: Reading, at: number): Found<Happened> | undefined {
  for (const parser of eventPhrases) {
    const found = parser(reading, at)
    const criteria = found?.value.doubts.length === 0 ? found.value.criteria : undefined
    if (found === undefined || criteria === undefined || !isCondition(criteria)) continue
    if (criteria.type !== 'events' || criteria.op !== undefined) continue
    const { event, within, where } = criteria
    return {
      value: {
        event,
        ...(within === undefined ? {} : { within }),
        ...(where === undefined ? {} : { where }),
      },
      end: found.end,
    }
  }
  return undefined
}
