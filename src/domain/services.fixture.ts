import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader, openWriter } from '#db/open.ts'
import type { Actor } from '#kernel/actor.ts'
import { type Clock, fixedClock } from '#kernel/clock.ts'
import { countingIds } from '#kernel/ids.ts'
import { createWaitedFor } from '#kernel/waited-for.ts'
import { createPerimeters } from './audiences/perimeters.ts'
import { createDefinitions } from './definitions.ts'
import { definitionOf } from './conditions/index.ts'
import { planContext } from './criteria/context.ts'
import { sqlite } from './dialects/sqlite.ts'
import { createExportJobs } from './exports/jobs.ts'
import { createExports } from './exports/read.ts'
import { createExportChecks } from './exports/checks.ts'
import { checkHere, writeHere } from './exports/write-here.fixture.ts'
import { createExplanations } from './explanations/create-explanations.ts'
import { createHealth } from './health/health.ts'
import { look } from './health/look.ts'
import { createInsights } from './insights/insights.ts'
import { createDistributions } from './indicators/distributions.ts'
import { readMeasure } from './language/measures/read-measure.ts'
import { createMembers } from './members/engine.ts'
import { createPreviews } from './previews/count.ts'
import { createGroupsThread } from './profiles/living/groups-thread.ts'
import { createLiving } from './profiles/living/living.ts'
import { createQuestions } from './profiles/questions/read.ts'
import { createScoring } from './profiles/scoring/scoring.ts'
import { createStanding } from './profiles/standing/standing.ts'
import { createSuggestions } from './profiles/suggestions/suggestions.ts'
import { perform } from './profiles/suggestions/work.ts'
import { createDecisions } from './proposals/decide.ts'
import { createDraft } from './proposals/draft.ts'
import { provenHuman } from './proposals/human.ts'
import { createProposals } from './proposals/read.ts'
import { createRoutingJobs } from './routing/jobs.ts'
import { createFollowing } from './schedule/following.ts'
import { createSegmentTable } from './segments/table.ts'
import { createThings } from './things/things.ts'
import type { Services } from './services.ts'
import { SMALL_COMPANY } from './small-company.fixture.ts'
import { createVocabulary } from './vocabulary/create-vocabulary.ts'
import { readWorkspace } from './workspace/workspace.ts'
import { inlineWriter } from './writer/inline.ts'

/** What a test moves to let time pass. */
export interface MovableClock extends Clock {
  forward(seconds: number): void
}

function movableClock(): MovableClock {
  let now = fixedClock('2025-11-20T12:00:00Z').now()
  return {
    now: () => now,
    forward(seconds) {
      now += seconds
    },
  }
}

export const TESTER: Actor = { userId: null, name: 'Tester', surface: 'chat', session: 'test' }

/** A small company in a database of its own, with all that app.ts wires around it. */
export async function openWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-workspace-'))
  const path = join(folder, 'muster.db')
  const clock = movableClock()
  const ids = countingIds()
  const driver = openWriter(path)
  const writer = inlineWriter({ writer: driver, clock, ids })
  await writer.call('ensureWorkspace', null)
  await writer.call('ensureDefaultSegments', null)
  await writer.call('ensureBuiltinIndicators', null)
  await writer.call('ensureSignalTypes', null)
  const importRows = async (files: Readonly<Record<string, readonly string[]>>) => {
    const drop = join(folder, ids.next('import'))
    mkdirSync(drop)
    for (const [name, lines] of Object.entries(files)) writeFileSync(join(drop, name), lines.join('\n'))
    await writer.call('importFiles', { paths: [drop] })
  }
  await importRows(SMALL_COMPANY)

  const reader = openReader(path)
  const workspace = () => readWorkspace(reader)
  const vocabulary = createVocabulary({ reader, currency: () => workspace().currency })
  const { dictionary } = vocabulary
  const context = (now: number) =>
    planContext({ reader, dialect: sqlite, dictionary, workspace: workspace(), now })
  const members = createMembers({
    databasePath: path,
    reader,
    context,
    planCondition: (condition, ctx) => {
      const definition = definitionOf(condition)
      return { plan: definition.plan(condition, ctx), sources: definition.sources(condition) }
    },
    threads: 1,
  })
  const definitions = createDefinitions(reader)
  const { segments, indicators, audiences, profiles } = definitions
  const proposals = createProposals({ reader, clock })
  const waitedFor = createWaitedFor()
  const previews = createPreviews({
    reader,
    clock,
    ids,
    members,
    segments,
    vocabulary,
    writer,
    waitedFor,
    context,
  })
  const checkExport = createExportChecks({ databasePath: path, reader, clock, check: checkHere })
  const scoring = createScoring({ reader, clock, profiles, members, context })
  const webhooks = { secret: 'a secret of the tests', allowPrivate: true }
  const draft = createDraft({
    scoring,
    reader,
    clock,
    ids,
    segments,
    previews,
    proposals,
    writer,
    checkExport,
    webhooks,
    tolerance: 0.05,
  })
  const explanations = createExplanations({ reader, clock, segments, previews, members, context })
  const exportJobs = createExportJobs({
    databasePath: path,
    reader,
    writer,
    clock,
    report(error) {
      throw error
    },
    write: writeHere(),
  })
  const routingJobs = createRoutingJobs({
    reader,
    writer,
    members,
    clock,
    policy: webhooks,
    report(error) {
      throw error
    },
  })
  const decisions = createDecisions({
    clock,
    members,
    proposals,
    writer,
    surfaces: new Set(['web', 'terminal'] as const),
    onConfirmed: exportJobs.wake,
  })
  const thread = createGroupsThread(path)
  const services: Services = {
    clock,
    ids,
    reader,
    workspace,
    vocabulary,
    members,
    ...definitions,
    segmentTable: createSegmentTable({
      reader,
      clock,
      segments,
      members,
      workspace,
    }),
    distributions: createDistributions({
      reader,
      indicators,
      previews,
      members,
      clock,
    }),
    perimeters: createPerimeters({ members, clock, context }),
    scoring,
    standing: createStanding({ reader, clock, members, profiles }),
    living: createLiving({
      reader,
      clock,
      profiles,
      members,
      previews,
      vocabulary,
      thread,
      context,
      words: explanations.words,
    }),
    // In the calling thread: one of its own takes longer to start than so little takes to compare.
    suggestions: createSuggestions({
      clock,
      members,
      profiles,
      vocabulary,
      scoring,
      context,
      workspace,
      perform: async (work) => perform(work),
    }),
    readMeasure: (text) =>
      readMeasure(text, {
        vocabulary,
        now: clock.now(),
        zone: workspace().zone,
        currency: workspace().currency,
        describe: () => '',
      }),
    exports: createExports(reader),
    things: createThings({ reader, clock }),
    proposals,
    questions: createQuestions(reader),
    answering: null,
    previews,
    explanations,
    // In the calling thread, as the suggestions.
    health: createHealth({
      reader,
      clock,
      segments,
      members,
      vocabulary,
      thread: async (task) => look(driver.driver, { ...task, onProgress() {} }),
    }),
    insights: createInsights({
      reader,
      clock,
      segments,
      audiences,
      previews,
      members,
      context,
    }),
    draft,
  }
  const signUp = async (role: 'viewer' | 'editor' | 'approver') => {
    const user = { name: `An ${role}`, email: null, role }
    const { userId } = await writer.call('addUser', { ...user, actor: TESTER })
    return provenHuman({ id: userId, name: user.name }, { surface: 'web', session: 'web_test' })
  }
  return {
    path,
    clock,
    driver,
    writer,
    waitedFor,
    services,
    decisions,
    exportJobs,
    routingJobs,
    ...createFollowing({
      vocabulary,
      thread,
      routingJobs,
      reader,
      segments,
      audiences,
      indicators,
      profiles,
      members,
      writer,
      clock,
      context,
      report(error) {
        throw error
      },
    }),
    context,
    /** Someone who may confirm. */
    approver: await signUp('approver'),
    signUp,
    importRows,
    /** Counts criteria and answers the preview's id. */
    count: async (criteria: unknown) => (await previews.count(criteria, { actor: TESTER })).id,
    async close() {
      await routingJobs.close()
      await exportJobs.close()
      await members.close()
      reader.close()
      await writer.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type TestWorkspace = Awaited<ReturnType<typeof openWorkspace>>
