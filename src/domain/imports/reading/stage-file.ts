import type { PlannedFile } from '../mapping/file-plan.ts'
import type { Staging } from '../staging/staging.ts'
import { pickedBy, readFile, type Reading, type ReadPiece, type ReadWhole } from './read-file.ts'
import { readInThread } from './read-in-thread.ts'

/** From here on a thread that reads while this one writes is worth its start, in bytes. */
const LARGE = 8 << 20

/** Reads a file's rows into the staging tables; `onBytes` is told how far it is, and may throw. */
export function stageFile(
  planned: PlannedFile,
  reading: Reading,
  staging: Staging,
  onBytes: (done: number) => void,
): Promise<ReadWhole> {
  const batches = planned.shape.parts.map((part) => {
    const { columns, kinds } = pickedBy(planned, part)
    staging.open(part.table, columns, kinds)
    return staging.batch(part.table, columns)
  })
  const stage = ({ parts, rejects, done }: ReadPiece) => {
    for (const [nth, rows] of parts.entries()) batches[nth]?.addGathered(rows)
    for (const { place, reason, detail, order } of rejects) staging.rejects.add(place, reason, detail, order)
    staging.flush()
    onBytes(done)
  }
  return planned.file.bytes < LARGE
    ? readFile(planned, reading, stage)
    : readInThread(planned, reading, stage)
}
