import { openReader } from '#db/open.ts'
import { planContext } from '#domain/criteria/context.ts'
import { sqlite } from '#domain/dialects/sqlite.ts'
import { createMembers } from '#domain/members/engine.ts'
import { createVocabulary } from '#domain/vocabulary/create-vocabulary.ts'
import type { Instant } from '#kernel/clock.ts'
import { currencyOf } from '#kernel/money.ts'

/** Muster's engine over a database, wired as the app wires it. Without room for sets, every count is a cold one. */
export function openMuster(databasePath: string, options: { threads: number; cacheBytes: number }) {
  const reader = openReader(databasePath)
  const currency = currencyOf('USD')
  const { dictionary } = createVocabulary({ reader, currency: () => currency })
  const workspace = { name: 'Benchmark', zone: 'UTC', currency, demo: false }
  const context = (now: Instant) => planContext({ reader, dialect: sqlite, dictionary, workspace, now })
  const members = createMembers({ databasePath, reader, context, ...options })
  return {
    reader,
    context,
    members,
    async close() {
      await members.close()
      reader.close()
    },
  }
}
