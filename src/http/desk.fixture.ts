import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { benchTools, openBench } from '#chat/bench.fixture.ts'
import { createConversations } from '#chat/conversations.ts'
import type { Arrivals } from '#domain/arrivals/arrivals.ts'
import { createBrowsing } from '#domain/browsing/browse.ts'
import { createExportJobs } from '#domain/exports/jobs.ts'
import { createImportJobs } from '#domain/imports/uploads/jobs.ts'
import { createUploads } from '#domain/imports/uploads/uploads.ts'
import { createQuestionJobs } from '#domain/profiles/questions/jobs.ts'
import { createDecisions } from '#domain/proposals/decide.ts'
import { createRefresh } from '#domain/segments/refresh.ts'
import { createRefreshJobs } from '#domain/segments/refresh-jobs.ts'
import type { User } from '#domain/users/schema.ts'
import type { HttpDeps } from './deps.ts'
import { createHttp } from './http.ts'

/** The whole server over a bench, answered by `model`. */
export function openDesk(model: LanguageModelV4, settings: Partial<HttpDeps> = {}) {
  const bench = openBench()
  const { services, writer, report } = bench
  const webRoot = mkdtempSync(join(tmpdir(), 'muster-web-'))
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Muster</title>')
  writeFileSync(join(webRoot, 'assets/main-1a2b.js'), 'export {}')
  writeFileSync(join(webRoot, 'widget.js'), 'import("./assets/main-1a2b.js")')
  const chat = createConversations({
    services,
    tools: benchTools,
    model: { id: 'test', model, offline: true },
    report,
    writer,
  })
  const { clock, members, proposals, reader, segments } = services
  const exportJobs = createExportJobs({ databasePath: bench.path, reader, writer, clock, report })
  const uploads = createUploads({ databasePath: bench.path, ids: services.ids })
  const importJobs = createImportJobs({ writer, uploads, clock, onImported: () => undefined, report })
  const questionJobs = createQuestionJobs({ reader, writer, clock, report, answerer: undefined })
  const decisions = createDecisions({
    clock,
    members,
    proposals,
    writer,
    surfaces: new Set(['web']),
    onConfirmed: exportJobs.wake,
  })
  const refreshJobs = createRefreshJobs({
    refresh: createRefresh({ reader, segments, members, writer, clock }),
    segments,
    clock,
    report,
  })
  const arrivals: Arrivals = {
    receive() {
      throw new Error('A desk takes no data')
    },
    receiveWebhook() {
      throw new Error('A desk takes no data')
    },
    settled: async () => undefined,
  }
  const app = createHttp({
    services,
    writer,
    chat,
    mcp: {
      perMinute: 1,
      serve: () => Promise.reject(new Error('A desk speaks no MCP')),
    },
    decisions,
    browsing: createBrowsing(services),
    exportJobs,
    uploads,
    importJobs,
    questionJobs,
    databasePath: bench.path,
    refreshJobs,
    arrivals,
    note() {},
    model: { id: 'test' },
    confirmHere: true,
    hosts: [],
    widgetOrigins: [],
    webRoot,
    report,
    ...settings,
  })

  return {
    ...bench,
    app,
    chat,
    async signIn(role: User['role']): Promise<string> {
      const user = await bench.addUser(role)
      const { code } = await writer.call('createSigninCode', { userId: user.id })
      const { token } = await writer.call('redeemSigninCode', { code })
      return `muster_session=${token}`
    },
    async close() {
      await chat.close()
      await importJobs.close()
      await exportJobs.close()
      await refreshJobs.close()
      await bench.close()
      rmSync(webRoot, { recursive: true })
    },
  }
}
export type Desk = ReturnType<typeof openDesk>
