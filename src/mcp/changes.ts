import { InMemoryServerEventBus, type ServerEvent, type ServerEventBus } from '@modelcontextprotocol/server'
import type { Things } from '#domain/things/things.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { collectionUri, resourceKinds, thingUri } from './resources/kinds.ts'

/** Soon enough for a human who looks, and seldom enough to cost nothing. */
const EVERY_MS = 1000

/** What was seen: of each address something that changes with what is read there, and what is listed. */
interface Seen {
  readonly stamps: ReadonlyMap<string, string>
  readonly listed: string
}

/**
 * Tells whoever subscribed which resources changed and whether others are listed. Other processes write to the
 * same database, so it is looked at, once a second, for as long as somebody listens.
 */
export function createChanges(
  things: Things,
  { report, everyMs = EVERY_MS }: { readonly report: ReportBug; readonly everyMs?: number },
): ServerEventBus {
  const bus = new InMemoryServerEventBus((error) => void report(error, 'telling of a changed resource'))
  let timer: NodeJS.Timeout | undefined
  let seen: Seen | undefined
  let tide: string | undefined
  let isBroken = false

  function look(): void {
    try {
      const now = things.tide()
      if (now === tide) return
      tide = now
      const before = seen
      seen = seenNow(things)
      if (before !== undefined) for (const event of between(before, seen)) bus.publish(event)
      isBroken = false
    } catch (error) {
      // A database that is gone for a while is reported once, not every second.
      if (!isBroken) report(error, 'looking for changed resources')
      isBroken = true
    }
  }

  return {
    publish: (event) => bus.publish(event),
    subscribe(listener) {
      if (timer === undefined) {
        tide = undefined
        seen = undefined
        look()
        timer = setInterval(look, everyMs).unref()
      }
      const leave = bus.subscribe(listener)
      return () => {
        leave()
        if (bus.listenerCount > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}

function seenNow(things: Things): Seen {
  const stamps = new Map<string, string>()
  const listed: string[] = []
  for (const { noun, each } of resourceKinds) {
    if (each === undefined) {
      stamps.set(collectionUri(noun), things.dataStamp())
      continue
    }
    const found = things.of(each.kind)
    const offered = found.filter(({ isOffered }) => isOffered)
    stamps.set(collectionUri(noun), offered.map(({ id, stamp }) => `${id} ${stamp}`).join())
    listed.push(...offered.map(({ id, name }) => `${id} ${name}`))
    for (const { id, name, code, stamp } of found) {
      // Under its id, and under whatever else leads there.
      for (const address of [id, name, ...(code === null ? [] : [code])]) {
        stamps.set(thingUri(noun, address), stamp)
      }
    }
  }
  return { stamps, listed: listed.join() }
}

function between(before: Seen, after: Seen): readonly ServerEvent[] {
  const addresses = new Set([...before.stamps.keys(), ...after.stamps.keys()])
  const updated = [...addresses].filter((uri) => before.stamps.get(uri) !== after.stamps.get(uri))
  return [
    ...(before.listed === after.listed ? [] : [{ kind: 'resources_list_changed' as const }]),
    ...updated.map((uri) => ({ kind: 'resource_updated' as const, uri })),
  ]
}
