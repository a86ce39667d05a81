import { z } from 'zod'
import { canonicalJson } from '#kernel/hash.ts'
import { countOf } from '#kernel/text.ts'
import { storeMembers } from '../segments/memberships.ts'
import { segmentDescription, segmentName } from '../segments/schema.ts'
import { ofCustomers } from '../segments/of-customers.ts'
import { insertSegment } from '../segments/store.ts'
import { countedOf, defineChange } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Saves counted criteria as a new segment. */
export const createSegment = defineChange({
  schema: z.strictObject({
    kind: z.literal('create_segment'),
    name: segmentName,
    description: segmentDescription,
    previewId: z.string(),
  }),
  async describe({ name, previewId }, { reader, preview }) {
    refuseTakenName(reader, 'segment', name, null)
    const counted = ofCustomers(preview(previewId))
    return {
      summary: `Create the segment “${name}” with ${countOf(counted.count, 'customer')}`,
      target: null,
      preview: counted,
      difference: [],
    }
  },
  version: () => null,
  apply({ name, description }, ctx) {
    const { criteria, members, asOf } = countedOf(ctx)
    const segmentId = ctx.ids.next('seg')
    insertSegment(
      ctx.writer,
      { id: segmentId, kind: 'custom', name, description, criteria: canonicalJson(criteria) },
      ctx.by,
    )
    storeMembers(ctx.writer, { segmentId, version: 1, asOf, members, cause: 'created' })
    return { segmentId, version: 1 }
  },
  undo: ({ segmentId }) => ({ kind: 'delete_segment', segmentId }),
})
