import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { exportChoices } from '#domain/exports/choices.ts'
import { folderOf } from '#domain/exports/folder.ts'
import { formatId } from '#domain/exports/formats/index.ts'
import { MANIFEST_FILE } from '#domain/exports/manifest.ts'
import { chosenOptionsSchema } from '#domain/exports/options.ts'
import { exportChange } from '#domain/exports/requested.ts'
import type { ShownExport } from '#domain/exports/shown.ts'
import { LEFT_OUT_FILE } from '#domain/exports/write-files.ts'
import { shownProposalSchema } from '#domain/proposals/shown.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { exportFormatsAnswer, exportListAnswer, exportViewAnswer } from '../answers/doings.ts'
import type { DraftExport, ExportFormats, ExportList, ExportView } from '../api.ts'
import { readBody, readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { requireEditor } from '../guards/role.ts'
import { about } from '../openapi/about.ts'

type Deps = Pick<HttpDeps, 'services' | 'exportJobs' | 'databasePath'>

const draftSchema = z.strictObject({
  of: z.string(),
  format: formatId,
  options: chosenOptionsSchema.optional(),
  less: z.array(z.string()).max(20).optional(),
  restDays: z.int().min(1).max(3650).optional(),
}) satisfies z.ZodType<DraftExport>

const listSchema = z.object({ subject: z.string().exactOptional() })
const fileSchema = z.object({ name: z.string().exactOptional() })
const formatsSchema = z.object({ entity: z.enum(ENTITIES).default('customer') })

/** Exports: what can be asked for, how far they are, and their files, for people who may draft them. */
export function exportRoutes({ services, exportJobs, databasePath }: Deps) {
  const { exports, draft } = services
  const view = (shown: ShownExport): ExportView => ({
    ...shown,
    progress: exportJobs.progress(shown.id) ?? null,
  })
  return new Hono<SignedInEnv>()
    .get(
      '/',
      about({ does: 'Exports, newest first', query: listSchema, answer: { ExportList: exportListAnswer } }),
      (c) => {
        const { subject } = readQuery(c, listSchema, 'This list can’t be made')
        const found = exports.list(subject === undefined ? {} : { subjectId: subject })
        return c.json({ exports: found.map(view) } satisfies ExportList)
      },
    )
    .get(
      '/formats',
      about({
        does: 'Kinds of files, with what can be chosen about each',
        query: formatsSchema,
        answer: { ExportFormats: exportFormatsAnswer },
      }),
      (c) => {
        const { entity } = readQuery(c, formatsSchema, 'Nothing is exported of that')
        return c.json({ formats: exportChoices(entity) } satisfies ExportFormats)
      },
    )
    .post(
      '/draft',
      about({
        does: 'Propose to write a file of an audience or segment',
        body: { DraftExport: draftSchema },
        answer: { Proposal: shownProposalSchema },
        status: 201,
      }),
      async (c) => {
        const { user, session } = c.get('signedIn')
        requireEditor(user, 'draft exports')
        const { options = {}, less = [], ...wanted } = await readBody(c, draftSchema)
        const change = exportChange(services, { ...wanted, options, less })
        const actor = { userId: user.id, name: user.name, surface: 'web', session } as const
        return c.json(await draft.proposal(change, { actor, signal: c.req.raw.signal }), 201)
      },
    )
    .get('/:id', about({ does: 'One export', answer: { ExportView: exportViewAnswer } }), (c) =>
      c.json(view(exports.get(c.req.param('id')))),
    )
    .get(
      '/:id/file',
      about({
        does: 'Download a file of it',
        query: fileSchema,
        media: ['text/csv', 'The file; `manifest.json` is JSON'],
      }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'download exports')
        const found = exports.get(c.req.param('id'))
        const name = fileOf(found, readQuery(c, fileSchema, 'No file is named').name)
        const path = join(folderOf(databasePath, found.id), name)
        const size = await sizeOf(path)
        return c.body(Readable.toWeb(createReadStream(path)), 200, {
          'content-type': name === MANIFEST_FILE ? 'application/json' : 'text/csv; charset=utf-8',
          'content-length': String(size),
          // Names are made of plain letters, digits and hyphens.
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'no-store',
        })
      },
    )
    .post(
      '/:id/cancel',
      about({ does: 'Stop writing it', answer: { ExportView: exportViewAnswer } }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'cancel exports')
        return c.json(view(await exportJobs.cancel(c.req.param('id'))))
      },
    )
    .post(
      '/:id/restart',
      about({
        does: 'Write one that failed or was cancelled after all',
        answer: { ExportView: exportViewAnswer },
      }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'start exports again')
        return c.json(view(await exportJobs.restart(c.req.param('id'))))
      },
    )
}

/** The file that is wanted: by name, or the only one. Nothing else can be named. */
function fileOf({ state, written }: ShownExport, wanted: string | undefined): string {
  if (written === null) {
    throw new ConflictError(`This export has no file: it is ${state}`, {
      next: state === 'waiting' ? 'Come back when it is written.' : 'Start it again.',
    })
  }
  const files = written.files.map(({ name }) => name)
  const others = [MANIFEST_FILE, ...(written.leftOut.length === 0 ? [] : [LEFT_OUT_FILE])]
  const [only, ...more] = files
  if (wanted === undefined && only !== undefined && more.length === 0) return only
  const found = [...files, ...others].find((name) => name === wanted)
  if (found !== undefined) return found
  const detail = { next: 'Name one of its files.', choices: [...files, ...others], path: ['name'] }
  throw wanted === undefined
    ? new InputError(`This export has ${files.length} files`, detail)
    : new NotFoundError(`This export has no file ${wanted}`, detail)
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    throw new NotFoundError('The file of this export was removed from the disk', {
      next: 'Export again.',
    })
  }
}
