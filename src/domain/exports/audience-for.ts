import { InputError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import type { Ids } from '#kernel/ids.ts'
import { CHANNEL_NAMES } from '../audiences/channels.ts'
import type { AddressedChannel } from '../audiences/shown.ts'
import type { AudienceDefinition, AudienceSource } from '../audiences/definition.ts'
import type { Audiences } from '../audiences/read.ts'
import type { Segment } from '../segments/schema.ts'
import type { ExportSubject, MadeAudience } from './subject.ts'

/**
 * What is exported when a segment is asked for: for analysis the segment itself; for a channel the audience that
 * takes just this segment there, made in the same step where there is none yet.
 */
export function audienceFor(
  { ids, audiences }: { readonly ids: Ids; readonly audiences: Audiences },
  {
    segment,
    channel,
    less,
  }: {
    readonly segment: Pick<Segment, 'id' | 'name'>
    readonly channel: AddressedChannel | null
    /** Who is suppressed. */
    readonly less: readonly AudienceSource[]
  },
): { readonly subject: ExportSubject; readonly audience?: MadeAudience } {
  const itself: ExportSubject = { kind: 'segment', id: segment.id }
  if (channel === null) {
    if (less.length === 0) return { subject: itself }
    throw new InputError('A file for analysis has no suppressions', {
      next: 'Export a segment that leaves them out, or an audience.',
      path: ['less'],
    })
  }
  const definition: AudienceDefinition = {
    entity: 'customer',
    base: [{ type: 'segment', segment: segment.id }],
    less: [...less],
    channel,
  }
  const same = audiences
    .list()
    .find((audience) => canonicalJson(audience.definition) === canonicalJson(definition))
  if (same !== undefined) return { subject: { kind: 'audience', id: same.id } }
  const name = freeName(audiences, `${segment.name.slice(0, 80)} (${CHANNEL_NAMES[channel]})`)
  return { subject: itself, audience: { id: ids.next('aud'), name, definition } }
}

function freeName(audiences: Audiences, wanted: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${n}`
    if (audiences.find(name) === undefined) return name
  }
}
