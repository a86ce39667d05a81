import type { Segment } from '#domain/segments/schema.ts'
import { countOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'

/** `⟦Champions⟧ (seg_rfm_champions, default): 120 customers as of …` */
export function segmentLine({ id, name, kind, members, refreshedAt }: Segment): string {
  const size = members === null ? 'not counted yet' : `${countOf(members, 'customer')} as of ${refreshedAt}`
  return `${fence(name)} (${id}, ${kind}): ${size}`
}
