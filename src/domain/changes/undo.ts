import { z } from 'zod'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { countOf } from '#kernel/text.ts'
import type { Criteria } from '../criteria/schema.ts'
import { refuseCycle } from '../references/references.ts'
import { storeMembers } from '../segments/memberships.ts'
import { NO_PINS, pinWords } from '../segments/pins.ts'
import type { Segments } from '../segments/read.ts'
import type { SegmentVersion } from '../segments/schema.ts'
import { reviseSegment, versionOfSegment } from '../segments/store.ts'
import { changed, countedOf, defineChange } from './define.ts'
import { refuseTakenName } from '../references/taken-name.ts'

/** Makes version N of a segment its newest version again, also when the segment was deleted since. */
export const undo = defineChange({
  schema: z.strictObject({ kind: z.literal('undo'), segmentId: z.string(), version: z.int() }),
  async describe({ segmentId, version }, { reader, segments, count }) {
    const { restored, now } = versionsOf(segments, segmentId, version)
    refuseTakenName(reader, 'segment', restored.name, segmentId)
    refuseCycle(reader, { type: 'segment', id: segmentId, name: restored.name }, restored.criteria)
    const after = await count(restored.criteria, segmentId)
    const before = now.deleted || now.criteria === null ? null : await count(now.criteria, segmentId)
    return {
      summary: `Restore version ${version} of the segment “${restored.name}” with ${countOf(after.count, 'customer')}`,
      target: { id: segmentId, version: now.version },
      preview: after,
      difference:
        before === null
          ? [{ what: 'segment', before: null, after: restored.name }]
          : [
              ...changed('name', now.name, restored.name),
              ...changed('description', now.description, restored.description),
              ...changed('rules', rulesText(now), rulesText(restored)),
              ...changed('criteria', before.words, after.words),
              ...changed('members', countOf(before.count, 'customer'), countOf(after.count, 'customer')),
            ],
    }
  },
  version: ({ segmentId }, reader) => versionOfSegment(reader, segmentId),
  apply({ segmentId, version }, ctx) {
    const { restored } = versionsOf(ctx.segments, segmentId, version)
    refuseCycle(ctx.writer, { type: 'segment', id: segmentId, name: restored.name }, restored.criteria)
    const { name, description, criteria, pins } = restored
    const next = reviseSegment(
      ctx.writer,
      segmentId,
      {
        name,
        description,
        criteria: canonicalJson(criteria),
        pins: pins === null ? null : canonicalJson(pins),
      },
      ctx.by,
    )
    const { members, asOf } = countedOf(ctx)
    storeMembers(ctx.writer, { segmentId, version: next, asOf, members, cause: 'restored' })
    return { segmentId, version: next }
  },
  undo({ segmentId, version }, base) {
    return { kind: 'undo', segmentId, version: base ?? version - 1 }
  },
})

/** The version to restore and the present one. Throws for versions that can't be restored. */
function versionsOf(segments: Segments, segmentId: string, version: number) {
  const versions = segments.versions(segmentId)
  const now = versions.at(-1)
  if (now === undefined) {
    throw new NotFoundError(`There is no segment ${segmentId}`, {
      next: 'List the segments to see which there are.',
    })
  }
  const restored = versions.find((known) => known.version === version)
  if (restored === undefined || !isLiving(restored)) {
    throw new InputError(`“${now.name}” has no version ${version} to restore`, {
      next: 'Choose one of its versions.',
      choices: versions.filter(isLiving).map((known) => String(known.version)),
      path: ['version'],
    })
  }
  if (restored.version === now.version) {
    throw new InputError(`Version ${version} of “${now.name}” is the present one`, {
      next: 'Choose an earlier version, or delete the segment to take back its creation.',
      path: ['version'],
    })
  }
  return { restored, now }
}

const rulesText = ({ pins }: SegmentVersion): string => pinWords(pins ?? NO_PINS).join('; ')

const isLiving = (version: SegmentVersion): version is SegmentVersion & { criteria: Criteria } =>
  !version.deleted && version.criteria !== null
