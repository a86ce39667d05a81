import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader } from '#db/open.ts'
import { planContext } from '#domain/criteria/context.ts'
import { sqlite } from '#domain/dialects/sqlite.ts'
import { createVocabulary } from '#domain/vocabulary/create-vocabulary.ts'
import { readWorkspace } from '#domain/workspace/workspace.ts'
import { threadWriter } from '#domain/writer/thread.ts'
import { groupsOfEach } from './groups-of-each.ts'
import { adjustedRand, ALIKE, KINDS, plantedShop, SHOP_NOW } from './planted-shop.ts'

/**
 * Finds groups in made-up shops: of four kinds of customers, and of one kind only, where every group is a mistake.
 * Prints how well the division agrees with the kinds (adjusted Rand index), and how often something was found in nothing.
 *
 * @example node evals/bench/living.ts 100 600
 */
const seeds = Number(process.argv[2] ?? 100)
const customers = Number(process.argv[3] ?? 600)

const agreements: number[] = []
let mistakes = 0
for (let seed = 1; seed <= seeds; seed++) {
  agreements.push(await agreement(seed, KINDS))
  if ((await agreement(seed, ALIKE)) < 1) mistakes++
  const sorted = agreements.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(3)
  console.log(
    `${seed} of ${seeds} shops: adjusted Rand index at least ${at(0)}, median ${at(0.5)}, 0.8 or more in ${sorted.filter((value) => value >= 0.8).length}; groups where there are none in ${mistakes}`,
  )
}

/** 1 where customers of one kind are left in one group. */
async function agreement(seed: number, kinds: typeof KINDS): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-living-'))
  const path = join(folder, 'muster.db')
  const shop = plantedShop(seed, customers, kinds)
  const drop = join(folder, 'files')
  mkdirSync(drop)
  for (const [name, lines] of Object.entries(shop.files)) writeFileSync(join(drop, name), lines.join('\n'))
  const writer = threadWriter({ databasePath: path, now: SHOP_NOW })
  await writer.call('ensureWorkspace', null)
  await writer.call('importFiles', { paths: [drop] })
  await writer.close()
  const reader = openReader(path)
  const workspace = readWorkspace(reader)
  const vocabulary = createVocabulary({ reader, currency: () => workspace.currency })
  const { dictionary } = vocabulary
  const now = Date.parse(SHOP_NOW) / 1000
  const context = () => planContext({ reader, dialect: sqlite, dictionary, workspace, now })
  const { ids, group } = groupsOfEach(path, { reader, vocabulary, context })
  reader.close()
  rmSync(folder, { recursive: true })
  return adjustedRand(
    [...group],
    Array.from(ids, (id) => shop.kinds[id - 1] ?? -1),
  )
}
