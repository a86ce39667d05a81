import { query, type Reader } from '#db/run.ts'
import type { Change } from '../changes/index.ts'
import { has } from '../members/bitset.ts'
import { decodeMembers } from '../members/encode.ts'
import type { Preview } from '../previews/schema.ts'
import { lastCounted } from '../segments/last-counted.ts'
import { brokenPins, type Counted, type Pins } from '../segments/pins.ts'
import type { Segments } from '../segments/read.ts'

/** The rules of a segment that a change of it would break, or, of rules that are new, those broken already. */
export function brokenRules(
  change: Change,
  preview: Preview | null,
  { reader, segments }: { readonly reader: Reader; readonly segments: Segments },
): readonly string[] {
  switch (change.kind) {
    case 'update_segment':
    case 'refresh_segment':
      return brokenBy(preview, segments.find(change.segmentId)?.pins ?? null, reader)
    case 'undo': {
      const restored = segments.versions(change.segmentId).find(({ version }) => version === change.version)
      return brokenBy(preview, restored?.pins ?? null, reader)
    }
    case 'pin_segment': {
      const segment = segments.find(change.segmentId)
      return segment === undefined || segment.members === null
        ? []
        : brokenPins(change.pins, lastCounted(reader, segment.id, change.pins, segment.members))
    }
    // New segments have no rules yet, and names, indicators, audiences, profiles and exports break none.
    case 'create_segment':
    case 'clone_segment':
    case 'rename_segment':
    case 'delete_segment':
    case 'create_indicator':
    case 'update_indicator':
    case 'delete_indicator':
    case 'undo_indicator':
    case 'create_audience':
    case 'update_audience':
    case 'delete_audience':
    case 'undo_audience':
    case 'create_routing_rule':
    case 'update_routing_rule':
    case 'delete_routing_rule':
    case 'undo_routing_rule':
    case 'resend_deliveries':
    case 'create_icp':
    case 'create_persona':
    case 'create_personas':
    case 'update_profile':
    case 'set_profile_status':
    case 'clone_persona':
    case 'clone_icp':
    case 'delete_profile':
    case 'undo_profile':
    case 'ask_question':
    case 'delete_question':
    case 'export':
    case 'undo_export':
    case 'set_join_rule':
    case 'separate_customers':
    case 'join_customers':
      return []
  }
}

function brokenBy(preview: Preview | null, pins: Pins | null, reader: Reader): readonly string[] {
  if (preview === null || pins === null) return []
  const stored = reader.get(query.selectFrom('previews').select('members').where('id', '=', preview.id))
  if (stored === undefined) return []
  const members = decodeMembers(stored.members)
  const counted: Counted = {
    has: (id) => has(members, id),
    members: preview.count,
    total: () => preview.total,
  }
  return brokenPins(pins, counted)
}
