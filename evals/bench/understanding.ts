import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '#app'
import { toMinute } from '#kernel/clock.ts'
import { InputError } from '#kernel/errors.ts'
import { planContext } from '#domain/criteria/context.ts'
import { describe } from '#domain/criteria/describe.ts'
import { readSql } from '#domain/criteria/read-sql.ts'
import type { Criteria } from '#domain/criteria/schema.ts'
import { sqlView } from '#domain/criteria/sql-view.ts'
import { sqlite } from '#domain/dialects/sqlite.ts'
import { kindOf } from '#domain/indicators/kind.ts'
import { interpret } from '#domain/language/interpret.ts'
import type { Situation } from '#domain/language/situation.ts'
import { caseFiles, loadCases } from '../load-cases.ts'
import { hostileTexts, longRequests, manyConditions } from './long-requests.ts'
import { median, quantile } from './measure.ts'

/*
 * `npm run bench:understanding`: what reading a request costs on the demo company, in milliseconds of processor time:
 * every request of the understanding cases, then the longest and the most hostile ones that people can send, and SQL.
 * Ends with 1 where a bound is passed.
 */

/** Milliseconds: for a request in the middle, and for anything at all. */
const BOUNDS = { median: 20, worst: 1000 }
const NOW = '2025-11-20T12:00:00Z'

const folder = mkdtempSync(join(tmpdir(), 'muster-understanding-'))
const app = await openApp({
  DATABASE_URL: `sqlite:${join(folder, 'demo.db')}`,
  MUSTER_NOW: NOW,
  MUSTER_MODEL: 'offline',
})
try {
  await app.writer.call('loadDemo', {})
  const passed = [understandsRequests(app), understandsAnything(app), await readsLongSql(app)]
  if (passed.includes(false)) process.exitCode = 1
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}

function understandsRequests(app: App): boolean {
  const situation = situationIn(app)
  const texts = loadCases(caseFiles()).map(({ text }) => text)
  const read = () => texts.map((text) => cost(() => interpret(text, situation)))
  read()
  const times = read()
  const shown = [0.5, 0.9, 0.99, 1].map((share) => quantile(times, share).toFixed(1))
  console.log(
    `${texts.length} requests: median ${shown[0]} ms, 90% ${shown[1]} ms, 99% ${shown[2]} ms, longest ${shown[3]} ms`,
  )
  return median(times) <= BOUNDS.median && Math.max(...times) <= BOUNDS.worst
}

/** Whether nothing that can be sent takes more than a second, whatever it is read as. */
function understandsAnything(app: App): boolean {
  const situation = situationIn(app)
  const answers = [...longRequests(situation.describe), ...hostileTexts()].map(({ what, text }) => {
    let kind = ''
    const ms = cost(() => (kind = interpret(text, situation).kind))
    console.log(`${what} (${text.length.toLocaleString('en-US')} characters): ${Math.round(ms)} ms, ${kind}`)
    return ms
  })
  return Math.max(...answers) <= BOUNDS.worst
}

async function readsLongSql({ services }: App): Promise<boolean> {
  const times: number[] = []
  for (const [what, sql] of [
    ['200 conditions, printed', sqlView(manyConditions(200), contextOf(services))],
    ...hostileTexts().map(({ what, text }) => [`${what}, as SQL`, text] as const),
  ] as const) {
    const from = process.cpuUsage()
    const read = await readSql(sql, services).then(
      () => 'criteria',
      (error: unknown) => {
        if (error instanceof InputError) return 'refused'
        throw error
      },
    )
    times.push(milliseconds(from))
    console.log(
      `${what} (${sql.length.toLocaleString('en-US')} characters): ${Math.round(times.at(-1) ?? 0)} ms, ${read}`,
    )
  }
  return Math.max(...times) <= BOUNDS.worst
}

function cost(run: () => unknown): number {
  const from = process.cpuUsage()
  run()
  return milliseconds(from)
}

function milliseconds(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

function contextOf({ reader, clock, workspace, vocabulary }: App['services']) {
  return planContext({
    reader,
    dialect: sqlite,
    dictionary: vocabulary.dictionary,
    workspace: workspace(),
    now: toMinute(clock.now()),
  })
}

function situationIn({ services }: App): Situation {
  const { vocabulary, segments, indicators } = services
  const context = contextOf(services)
  return {
    vocabulary,
    now: context.now,
    zone: context.zone,
    currency: context.currency,
    describe: (criteria: Criteria) => describe(criteria, context),
    definition: (segment) => segments.find(segment)?.criteria ?? undefined,
    indicator: (id) => kindOf(indicators.find(id)),
  }
}
