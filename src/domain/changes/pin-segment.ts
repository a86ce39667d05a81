import { z } from 'zod'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { isEmptyPins, NO_PINS, pinsSchema, pinWords } from '../segments/pins.ts'
import { reviseSegment, versionOfSegment } from '../segments/store.ts'
import { defineChange } from './define.ts'

/** Holds a segment to rules: who must be in it or not, and how large it may be. Its members stay who they are. */
export const pinSegment = defineChange({
  schema: z.strictObject({ kind: z.literal('pin_segment'), segmentId: z.string(), pins: pinsSchema }),
  async describe({ segmentId, pins }, { segments }) {
    const { id, name, kind, version, pins: now } = segments.get(segmentId)
    if (kind === 'list') {
      throw new ConflictError(`“${name}” is a list whose members come from elsewhere`, {
        next: 'Clone it into a segment, and give that one rules.',
      })
    }
    const [before, after] = [pinWords(now ?? NO_PINS), pinWords(pins)]
    const added = after.filter((rule) => !before.includes(rule))
    const removed = before.filter((rule) => !after.includes(rule))
    if (added.length + removed.length === 0) {
      throw new InputError(`That would leave the rules of “${name}” as they are`, {
        next: 'Name another customer or another size.',
      })
    }
    const says = [
      ...(added.length === 0 ? [] : [`require of the segment “${name}”: ${added.join('; ')}`]),
      ...(removed.length === 0 ? [] : [`no longer require of the segment “${name}”: ${removed.join('; ')}`]),
    ].join(', and ')
    return {
      summary: says.charAt(0).toUpperCase() + says.slice(1),
      target: { id, version },
      preview: null,
      difference: [
        ...added.map((rule) => ({ what: 'rule', before: null, after: rule })),
        ...removed.map((rule) => ({ what: 'rule', before: rule, after: null })),
      ],
    }
  },
  version: ({ segmentId }, reader) => versionOfSegment(reader, segmentId),
  apply({ segmentId, pins }, { writer, segments, by }) {
    const { id } = segments.get(segmentId)
    const kept = isEmptyPins(pins) ? null : canonicalJson(pins)
    return { segmentId: id, version: reviseSegment(writer, id, { pins: kept }, by) }
  },
  undo: ({ segmentId, version }, base) => ({ kind: 'undo', segmentId, version: base ?? version - 1 }),
})
