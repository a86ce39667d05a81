import { z } from 'zod'
import { joinWords } from '#kernel/text.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { CHANNEL_NAMES } from '../audiences/channels.ts'
import { insertAudience, versionOfAudience } from '../audiences/store.ts'
import { countOfEntity, type Entity } from '../entities/entity.ts'
import { exportFormat, formatId } from '../exports/formats/index.ts'
import { type ExportOptions, exportOptionsSchema, optionsFor } from '../exports/options.ts'
import { analysisLines, channelLines, contactWords } from '../exports/preflight.ts'
import { confirmedMembers, insertExport } from '../exports/store.ts'
import { exportSubject, madeAudience } from '../exports/subject.ts'
import { refuseOthers } from '../exports/takes.ts'
import { count } from '../members/bitset.ts'
import type { Preview } from '../previews/schema.ts'
import { refuseTakenName } from '../references/taken-name.ts'
import { versionOfSegment } from '../segments/store.ts'
import {
  type ApplyContext,
  countedOf,
  defineChange,
  type DescribeContext,
  type ExportOutcome,
  notKnown,
} from './define.ts'

const schema = z.strictObject({
  kind: z.literal('export'),
  subject: exportSubject,
  audience: madeAudience.exactOptional(),
  format: formatId,
  options: exportOptionsSchema,
})
type ExportChange = z.infer<typeof schema>

/**
 * Writes a file of whoever was counted. Confirming leaves a job that writes it: those who were confirmed, less
 * whoever may not be contacted any more. A segment goes to a channel as an audience, made in the same step.
 */
export const exportCustomers = defineChange({
  schema,
  async describe(change, ctx) {
    const { format, options, audience } = change
    const form = exportFormat(format)
    const entity = entityOf(change, ctx)
    refuseOthers(form, entity)
    optionsFor(format, options, entity)
    const { what, name, version, preview } = await subjectOf(change, ctx)
    const lines =
      form.channel === null
        ? analysisLines(form, options, preview)
        : channelLines(form, {
            name: audience?.name ?? name,
            options,
            preview,
            checked: await ctx.checkExport({ previewId: preview.id, format, options }),
          })
    return {
      summary: `Export the ${what} “${name}” as ${form.title} with ${countOfEntity(preview.count, entity)}${contentWords(change, entity)}`,
      target: { id: change.subject.id, version },
      preview,
      difference: [
        ...(audience === undefined
          ? []
          : [
              {
                what: 'audience',
                before: null,
                after: `“${audience.name}” is made of the segment in the same step`,
              },
            ]),
        { what: 'file', before: null, after: form.title },
        ...lines,
        ...notKnown(preview),
      ],
    }
  },
  version: ({ subject }, reader) =>
    subject.kind === 'segment' ? versionOfSegment(reader, subject.id) : versionOfAudience(reader, subject.id),
  apply({ subject, audience, format, options }, ctx): ExportOutcome {
    const id = ctx.ids.next('exp')
    if (audience !== undefined) makeAudience(audience, ctx)
    const exported = audience === undefined ? subject : { kind: 'audience' as const, id: audience.id }
    const { name, version } =
      exported.kind === 'segment' ? ctx.segments.get(exported.id) : ctx.audiences.get(exported.id)
    const { channel, entity } = exported.kind === 'segment' ? SEGMENT : ctx.audiences.get(exported.id)
    insertExport(
      ctx.writer,
      {
        id,
        entity,
        subject: exported,
        name,
        version,
        format,
        options,
        channel: channel === 'sales' ? null : channel,
      },
      confirmedMembers(ctx.writer, ctx.by.proposalId),
      ctx.by,
    )
    return { exportId: id }
  },
  undo: ({ exportId }: ExportOutcome) => ({ kind: 'undo_export', exportId }),
})

/** Segments hold customers, for no channel. */
const SEGMENT = { channel: null, entity: 'customer' } as const

const entityOf = ({ subject }: ExportChange, { audiences }: DescribeContext): Entity =>
  subject.kind === 'segment' ? SEGMENT.entity : audiences.get(subject.id).entity

interface Subject {
  readonly what: string
  readonly name: string
  readonly version: number
  readonly preview: Preview
}

async function subjectOf(
  { subject, audience, format }: ExportChange,
  ctx: DescribeContext,
): Promise<Subject> {
  const { title, channel } = exportFormat(format)
  if (subject.kind === 'audience') {
    const { id, name, version, definition } = ctx.audiences.get(subject.id)
    if (channel !== null && channel !== definition.channel) {
      throw new InputError(`“${name}” is an audience for ${CHANNEL_NAMES[definition.channel]}`, {
        next: `${title} takes audiences for ${CHANNEL_NAMES[channel]}: make one of the same customers, or export their segment.`,
      })
    }
    const preview = await ctx.countAudience({ definition, audienceId: id }, [])
    return { what: `${CHANNEL_NAMES[definition.channel]} audience`, name, version, preview }
  }
  const { id, name, version, criteria } = ctx.segments.get(subject.id)
  if (channel === null) {
    const preview = await ctx.count(criteria ?? { type: 'segment', segment: id }, id)
    return { what: 'segment', name, version, preview }
  }
  if (audience === undefined || audience.definition.channel !== channel) {
    throw new InputError('What goes to a channel is an audience', {
      next: `Name the ${CHANNEL_NAMES[channel]} audience that is made of the segment.`,
    })
  }
  refuseTakenName(ctx.reader, 'audience', audience.name, null)
  const { definition } = audience
  const preview = await ctx.countAudience({ definition, audienceId: audience.id }, [])
  return { what: 'segment', name, version, preview }
}

function makeAudience({ id, name, definition }: z.infer<typeof madeAudience>, ctx: ApplyContext): void {
  if (versionOfAudience(ctx.writer, id) !== null) {
    throw new ConflictError('This audience exists already', { next: 'Draft the export again.' })
  }
  const { members, asOf } = countedOf(ctx)
  const held = { members: count(members), asOf }
  insertAudience(ctx.writer, { id, name, description: '', definition }, held, ctx.by)
}

const contentWords = (
  { format, options }: { format: ExportChange['format']; options: ExportOptions },
  entity: Entity,
): string => {
  const form = exportFormat(format)
  if (form.channel !== null) return options.hashed ? ', hashed' : ''
  if (entity === 'company') return ''
  const only =
    options.columns === undefined ? '' : `, with ${joinWords(options.columns, 'and')} as its only columns`
  if (!options.contact) return `${only}, without contact data`
  if (options.columns === undefined) return ', their e-mail addresses, phone numbers and names'
  return `${only}, with contact data: ${contactWords(form, options.columns, entity)}`
}
