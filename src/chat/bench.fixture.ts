import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { openReader, openWriter } from '#db/open.ts'
import { parseCriteria } from '#domain/criteria/parse.ts'
import { encodeMembers } from '#domain/members/encode.ts'
import type { Members } from '#domain/members/members.ts'
import { orderListed } from '#domain/members/order.ts'
import type { Previews } from '#domain/previews/previews.ts'
import { readPreview } from '#domain/previews/read.ts'
import type { Preview } from '#domain/previews/schema.ts'
import { createQuestions } from '#domain/profiles/questions/read.ts'
import { createDraft } from '#domain/proposals/draft.ts'
import { createDefinitions } from '#domain/definitions.ts'
import { createExportChecks } from '#domain/exports/checks.ts'
import { createExports } from '#domain/exports/read.ts'
import { createProposals } from '#domain/proposals/read.ts'
import type { Explanations } from '#domain/explanations/explanations.ts'
import type { Health } from '#domain/health/health.ts'
import type { Insights } from '#domain/insights/insights.ts'
import type { Services } from '#domain/services.ts'
import { createSegmentTable } from '#domain/segments/table.ts'
import { createThings } from '#domain/things/things.ts'
import { findUser } from '#domain/users/read.ts'
import type { User } from '#domain/users/schema.ts'
import { createVocabulary } from '#domain/vocabulary/create-vocabulary.ts'
import { inlineWriter } from '#domain/writer/inline.ts'
import type { Reader } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { InputError } from '#kernel/errors.ts'
import { bugReporter } from '#kernel/bugs.ts'
import { fixedClock } from '#kernel/clock.ts'
import { currencyOf } from '#kernel/money.ts'
import { countingIds, type Ids } from '#kernel/ids.ts'
import { type AnyTool, defineTool } from '#tools/define.ts'
import { tools } from '#tools/index.ts'

export const FRANCE = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }

const WORKSPACE = { name: 'Roastery', zone: 'Europe/Paris', currency: currencyOf('EUR'), demo: false }

/**
 * Everything around the chat for real (database, writer, proposals), with counting replaced: whoever is looked
 * for, 1,234 of 5,000 customers are found.
 */
export function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-chat-'))
  const path = join(folder, 'muster.db')
  const clock = fixedClock('2025-11-20T12:00:00Z')
  const ids: Ids = countingIds()
  const writer = inlineWriter({ writer: openWriter(path), clock, ids })
  const reader = openReader(path)
  const log: string[] = []
  const definitions = createDefinitions(reader)
  const { segments } = definitions
  const proposals = createProposals({ reader, clock })
  const previews = countingPreviews(ids, reader, async (preview, actor) => {
    const members = encodeMembers(new Uint32Array())
    await writer.call('storePreview', { preview, asOf: clock.now(), members, actor })
  })
  const checkExport = createExportChecks({ databasePath: path, reader, clock })
  const draft = createDraft({
    scoring: { asIf: explained },
    reader,
    clock,
    ids,
    segments,
    previews,
    proposals,
    writer,
    checkExport,
    webhooks: { secret: undefined, allowPrivate: false },
    tolerance: 0.05,
  })
  const vocabulary = createVocabulary({ reader, currency: () => WORKSPACE.currency })
  const services: Services = {
    clock,
    ids,
    reader,
    workspace: () => WORKSPACE,
    vocabulary,
    members: nobody,
    questions: createQuestions(reader),
    answering: null,
    ...definitions,
    segmentTable: createSegmentTable({
      reader,
      clock,
      segments,
      members: nobody,
      workspace: () => WORKSPACE,
    }),
    distributions: { ofIndicator: explained, ofProposal: explained },
    perimeters: { of: explained, words: () => ({ words: 'are in France', broken: null }) },
    scoring: { asIf: explained, coverage: explained, explain: explained },
    standing: {
      tree: explained,
      best: explained,
      records: explained,
      record: unexplained,
      corners: explained,
    },
    living: { find: explained, drift: () => null },
    suggestions: { outcomes: () => [], forProfile: explained, discover: explained },
    readMeasure: () => ({ measure: 'order_interval' }),
    exports: createExports(reader),
    things: createThings({ reader, clock }),
    proposals,
    previews,
    explanations,
    health,
    insights,
    draft,
  }
  return {
    path,
    services,
    writer,
    log,
    report: bugReporter({ ids, secrets: ['sk-very-secret'], write: (line) => void log.push(line) }),
    async addUser(role: User['role']): Promise<User> {
      const actor = { userId: null, name: 'test', surface: 'terminal', session: null } as const
      const { userId } = await writer.call('addUser', { name: `An ${role}`, email: null, role, actor })
      return findUser(reader, userId)
    },
    async close() {
      reader.close()
      await writer.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type Bench = ReturnType<typeof openBench>

type StorePreview = (preview: Preview, actor: Actor) => Promise<void>

const countingPreviews = (ids: Ids, reader: Reader, store: StorePreview): Previews => ({
  async count(criteria, { actor, assumptions = [] }) {
    const preview: Preview = {
      id: ids.next('prv'),
      entity: 'customer',
      criteria: parseCriteria(criteria),
      words: 'are in France',
      sql: 'SELECT id FROM customers WHERE country = ‘FR’',
      asOf: '2025-11-20T12:00:00Z',
      freshness: [],
      count: 1234,
      total: 5000,
      funnel: [],
      reachable: { email: 0, sms: 0 },
      overlaps: [],
      sample: [],
      warnings: [],
      assumptions: [...assumptions],
      receipt: [],
      membersHash: 'hash',
    }
    await store(preview, actor)
    return preview
  },
  get: (id) => readPreview(reader, id),
  freshness: () => () => [],
  resolve: parseCriteria,
})

const none = 0
const EMPTY = {
  bits: new Uint32Array(),
  versions: {
    customers: none,
    consents: none,
    products: none,
    orders: none,
    events: none,
    lists: none,
    segments: none,
    memberships: none,
    indicators: none,
    companies: none,
    people: none,
    signals: none,
    exports: none,
    scores: none,
    profiles: none,
    answers: none,
  },
}
const nobody: Members = {
  of: async () => EMPTY,
  ofEach: async (criteria) => criteria.map(() => EMPTY),
  everyone: async () => EMPTY,
  values: async () => ({ ids: new Float64Array(), values: new Float64Array() }),
  sortedValues: async () => new Float64Array(),
  ordered: async () => ({
    set: EMPTY,
    order: orderListed([]),
  }),
  rfmScores: async () => null,
  tally: async () => ({ set: EMPTY, tallies: [] }),
  boughtByEach: async (criteria) =>
    criteria.map(() => ({
      set: EMPTY,
      bought: { buyers: 0, orders: 0, spent: 0, patterns: [], products: [] },
    })),
  outlooks: async () => [],
  qualify: async () => ({ scored: [], versions: EMPTY.versions }),
  rfmTable: async () => ({ patterns: [], noOrders: 0 }),
  close: async () => undefined,
}

const unexplained = (): never => {
  throw new InputError('The bench explains nothing', { next: 'Ask something else.' })
}
const explained = async (): Promise<never> => unexplained()
const explanations: Explanations = {
  counted: explained,
  one: explained,
  segmentsOf: explained,
  words: () => 'are in France',
  sql: () => 'SELECT id FROM customers WHERE country = ‘FR’',
  measureWords: () => 'the number of orders',
  indicatorSql: () => 'SELECT 1',
}

const health: Health = { report: explained }

const insights: Insights = {
  figures: explained,
  compare: explained,
  differences: explained,
  geography: explained,
  history: () => ({ changes: [], movements: [], countedFrom: null }),
  moved: () => ({
    since: '',
    signals: { total: 0, about: [], more: 0, waiting: 0 },
    scores: { changes: [], moves: [], more: 0 },
    audiences: [],
  }),
}

/** The real tools, and one that has a bug. */
export const benchTools: readonly AnyTool[] = [
  ...tools.filter(({ name }) => name !== 'find_values'),
  defineTool({
    name: 'find_values',
    title: 'Find values',
    description: 'Has a bug.',
    input: z.object({}),
    output: z.object({}),
    effect: 'read',
    async handler() {
      throw new Error('connect failed with key sk-very-secret')
    },
  }),
]
