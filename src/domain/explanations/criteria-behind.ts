import type { Criteria } from '../criteria/schema.ts'
import type { Previews } from '../previews/previews.ts'
import type { Segments } from '../segments/read.ts'
import type { Explained } from './explanations.ts'

/** The criteria of a preview, or those of a segment as they are now; a list's are to be in it. */
export function criteriaBehind(
  what: Explained,
  { segments, previews }: { readonly segments: Segments; readonly previews: Previews },
): Criteria {
  if ('previewId' in what) return previews.get(what.previewId).criteria
  const { id, criteria } = segments.get(what.segment)
  return criteria ?? { type: 'segment', segment: id }
}
