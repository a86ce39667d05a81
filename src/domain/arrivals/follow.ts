import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Reader } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import { loadCompany, loadPerson } from '../accounts/load.ts'
import type { RefreshAudiences } from '../audiences/refresh.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { loadCustomer } from '../customers/load.ts'
import type { RefreshScores } from '../profiles/scoring/refresh.ts'
import { type HappenedTo, segmentsMoved } from '../segments/moved.ts'
import type { Segments } from '../segments/read.ts'
import type { WriterPort } from '../writer/port.ts'
import type { Touched } from './touched.ts'

export interface FollowDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly segments: Segments
  readonly refreshScores: RefreshScores
  readonly refreshAudiences: RefreshAudiences
  readonly writer: WriterPort
  context(now: Instant): ReadingContext
}

/** Scores whom arrived data is about, then lets them into audiences and segments and out, one after the other. */
export async function followTouched(
  { companies, people, customers }: Touched,
  { reader, clock, segments, refreshScores, refreshAudiences, writer, context }: FollowDeps,
): Promise<void> {
  // Each record is read on the thread that answers requests, which are let through in between.
  for (const { id, cause } of companies) {
    await nextTurn()
    await refreshScores.record({ entity: 'company', id }, { cause })
    const company = loadCompany(reader, id)
    if (company === undefined) continue
    const staff = company.people.map((record) => ({ entity: 'person' as const, record }))
    await refreshAudiences.records([{ entity: 'company', record: company }, ...staff], { cause })
  }
  for (const { id, cause } of people) {
    await nextTurn()
    const person = loadPerson(reader, id)
    if (person !== undefined)
      await refreshAudiences.records([{ entity: 'person', record: person }], { cause })
  }
  const happened: HappenedTo[] = []
  for (const { id, cause } of customers) {
    await nextTurn()
    await refreshScores.record({ entity: 'customer', id }, { cause })
    const customer = loadCustomer(reader, id)
    if (customer !== undefined) happened.push({ customer, cause })
  }
  if (happened.length === 0) return
  for (const [cause, of] of Map.groupBy(happened, (one) => one.cause)) {
    const records = of.map(({ customer: record }) => ({ entity: 'customer' as const, record }))
    await refreshAudiences.records(records, { cause })
  }
  const now = clock.now()
  const moves = segmentsMoved(happened, { reader, segments, ctx: context(now) })
  if (moves.length > 0) await writer.call('moveSegmentMembers', { moves, asOf: toMinute(now) })
}
