import type { PlannedFile } from '../mapping/file-plan.ts'
import type { Staging } from '../staging/staging.ts'
import type { FileReading } from './file-reading.ts'
import { pickedBy, type Reading, type ReadPiece, type ReadWhole } from './read-file.ts'

/** Reads a file's rows into the staging tables; `onBytes` is told how far it is, and may throw. */
export function stageFile(
  planned: PlannedFile,
  { reader, ...reading }: Reading & { readonly reader: FileReading },
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
  return reader.read(planned, reading, stage)
}
