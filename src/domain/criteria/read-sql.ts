import { toMinute } from '#kernel/clock.ts'
import { foldText } from '#kernel/text.ts'
import { sqlite } from '../dialects/sqlite.ts'
import type { Services } from '../services.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { planContext } from './context.ts'
import { criteriaFromSql, type FromSql } from './from-sql.ts'
import { loadParser, type ParseSql } from './sql/parse-sql.ts'

let parser: Promise<ParseSql> | undefined

/** Criteria that SQL means in this workspace. Throws InputError that quotes the part that can't be expressed. */
export async function readSql(
  sql: string,
  {
    reader,
    clock,
    workspace,
    vocabulary,
    segments,
    indicators,
  }: Pick<Services, 'reader' | 'clock' | 'workspace' | 'vocabulary' | 'segments' | 'indicators'>,
): Promise<FromSql> {
  parser ??= loadParser()
  const ctx = planContext({
    reader,
    dialect: sqlite,
    dictionary: vocabulary.dictionary,
    workspace: workspace(),
    now: toMinute(clock.now()),
  })
  return criteriaFromSql(sql, await parser, {
    ...ctx,
    spelled: spelledIn(vocabulary),
    segmentId: (idOrName) => segments.find(idOrName)?.id,
    indicatorId: (idOrName) => indicators.find(idOrName)?.id,
  })
}

/** Printed SQL holds folded texts: people read them as the data spells them. */
function spelledIn(vocabulary: Vocabulary) {
  const spellings = new Map<string, ReadonlyMap<string, string>>()
  return (field: Parameters<Vocabulary['values']>[0], text: string): string => {
    const known =
      spellings.get(field) ??
      new Map(vocabulary.values(field).map(({ value }) => [foldText(value), value] as const))
    spellings.set(field, known)
    return known.get(foldText(text)) ?? text
  }
}
