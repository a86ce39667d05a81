import { z } from 'zod'
import { cloneSegment } from './clone-segment.ts'
import { createSegment } from './create-segment.ts'
import type { AnyChange } from './define.ts'
import { deleteSegment } from './delete-segment.ts'
import { renameSegment } from './rename-segment.ts'
import { undo } from './undo.ts'
import { updateSegment } from './update-segment.ts'

/** What can be proposed. Each kind is one file. */
export const changeSchema = z.discriminatedUnion('kind', [
  createSegment.schema,
  updateSegment.schema,
  renameSegment.schema,
  cloneSegment.schema,
  deleteSegment.schema,
  undo.schema,
])
export type Change = z.infer<typeof changeSchema>

export const changes = {
  create_segment: createSegment,
  update_segment: updateSegment,
  rename_segment: renameSegment,
  clone_segment: cloneSegment,
  delete_segment: deleteSegment,
  undo,
} as const satisfies { readonly [K in Change['kind']]: AnyChange }
