import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { z } from 'zod'
import { settingsSchema } from '#domain/imports/input.ts'
import { planFiles, planInputSchema } from '#domain/imports/plan/plan-files.ts'
import { importPlanSchema, type ImportPlan } from '#domain/imports/plan/schema.ts'
import {
  importStateSchema,
  uploadedSchema,
  type ImportState,
  type Uploaded,
} from '#domain/imports/uploads/shown.ts'
import { InputError } from '#kernel/errors.ts'
import { readBody, readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { RefusedError } from '../errors.ts'
import { requireEditor } from '../guards/role.ts'
import { about } from '../openapi/about.ts'

type Deps = Pick<HttpDeps, 'services' | 'uploads' | 'importJobs'>

/** Files by the ids of their uploads, and what people chose. */
const plannedSchema = planInputSchema.extend({ files: planInputSchema.shape.files.max(20) })
const askedSchema = plannedSchema.extend({ replaceDemo: settingsSchema.shape.replaceDemo })
const nameSchema = z.object({ name: z.string().min(1).max(300) })

/** Files to be imported, each as the raw body of a request: whoever may import may send them. */
export const uploadRoutes = ({ uploads }: Pick<Deps, 'uploads'>) =>
  new Hono<SignedInEnv>()
    .post(
      '/',
      about({
        does: 'Takes a file to be imported: the body is the file (application/octet-stream), at most 1 GB',
        query: nameSchema,
        answer: { Uploaded: uploadedSchema },
        status: 201,
      }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'import data')
        // Forms of other sites can’t send this type without asking the browser, which asks us first.
        if (c.req.header('content-type') !== 'application/octet-stream') {
          throw new RefusedError(
            415,
            'A file is sent as it is',
            'Send content-type: application/octet-stream.',
          )
        }
        const { name } = readQuery(c, nameSchema, 'This file can’t be taken')
        const { body } = c.req.raw
        if (body === null) throw new InputError(`${name} is empty`, { next: 'Choose a file with rows.' })
        await uploads.sweep()
        return c.json((await uploads.receive(name, body)) satisfies Uploaded, 201)
      },
    )
    .delete('/:id', about({ does: 'Forgets a file that was sent' }), async (c) => {
      requireEditor(c.get('signedIn').user, 'import data')
      await uploads.drop([c.req.param('id')])
      return c.body(null, 204)
    })

/** How uploaded files would be read, and importing them. Nothing is written before `POST /`. */
export const importRoutes = ({ services: { reader }, uploads, importJobs }: Deps) =>
  new Hono<SignedInEnv>()
    .get(
      '/',
      about({ does: 'The import that runs, or the last one', answer: { ImportState: importStateSchema } }),
      (c) => c.json({ job: importJobs.last() } satisfies ImportState),
    )
    .post(
      '/plan',
      about({
        does: 'How uploaded files would be read: formats, columns, samples, problems',
        body: { AskImportPlan: plannedSchema },
        answer: { ImportPlan: importPlanSchema },
      }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'import data')
        const { files, ...settings } = await readBody(c, plannedSchema)
        const paths = await Promise.all(files.map(({ path }) => uploads.path(path)))
        const plan = await planFiles(reader, {
          ...settings,
          files: files.map((file, at) => ({ ...file, path: paths[at] ?? '' })),
        })
        // Where the server keeps them is nobody’s business.
        return c.json({
          ...plan,
          files: plan.files.map((file, at) => ({ ...file, path: files[at]?.path ?? '' })),
        } satisfies ImportPlan)
      },
    )
    .post(
      '/',
      about({
        does: 'Imports uploaded files as planned; joins that import where it runs already',
        body: { AskImport: askedSchema },
        answer: { ImportState: importStateSchema },
      }),
      async (c) => {
        const { user, session } = c.get('signedIn')
        requireEditor(user, 'import data')
        const asked = await readBody(c, askedSchema)
        const actor = { userId: user.id, name: user.name, surface: 'web', session } as const
        return c.json({ job: await importJobs.start({ ...asked, actor }) } satisfies ImportState)
      },
    )
    .post(
      '/stop',
      about({
        does: 'Cancels the import that runs: nothing of it is kept',
        answer: { ImportState: importStateSchema },
      }),
      (c) => {
        requireEditor(c.get('signedIn').user, 'cancel imports')
        return c.json({ job: importJobs.stop() } satisfies ImportState)
      },
    )
    .get(
      '/rejects',
      about({
        does: 'The rows that the last import rejected',
        media: ['text/csv', 'file, line, reason and value of each'],
      }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'download rejected rows')
        const path = await importJobs.rejects()
        return c.body(Readable.toWeb(createReadStream(path)), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="rejected-rows.csv"',
          'cache-control': 'no-store',
        })
      },
    )
