import { Hono } from 'hono'
import { expect } from 'vitest'
import { createArrivals } from '#domain/arrivals/arrivals.ts'
import type { WriteKey } from '#domain/arrivals/key-schema.ts'
import { openWorkspace, TESTER } from '#domain/services.fixture.ts'
import type { ApiError, ArrivalsReceipt } from '../api.ts'
import { answerError } from '../errors.ts'
import { arrivalRoutes } from './arrivals.ts'

export interface Posted {
  readonly status: number
  /** Where it was taken. */
  readonly receipt: ArrivalsReceipt
  /** Where it was not. */
  readonly error: ApiError
}

export const basic = (key: string) => ({
  authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
})

/**
 * The small company of services.fixture.ts behind `/v1`, with a key for people and one for customers. B1 is SaaS in
 * Germany (L1 is a VP there, L2 in the C-suite), B3 SaaS in the Netherlands. C1 to C40 are customers.
 */
export async function openArrivals() {
  const w = await openWorkspace()
  const report = (error: unknown): never => {
    throw error
  }
  const arrivals = createArrivals({
    ...w.services,
    ...w,
    databasePath: w.path,
    followData: { stir() {} },
    report,
  })
  const app = new Hono()
    .onError(answerError(report))
    .route('/v1', arrivalRoutes({ services: w.services, arrivals }))
  const keyFor = async (takes: WriteKey['takes']) =>
    (await w.writer.call('createWriteKey', { name: takes, takes, source: 'default', actor: TESTER })).key
  const keys = { people: await keyFor('people'), customers: await keyFor('customers') }

  return {
    w,
    arrivals,
    app,
    keys,
    /** Sends a body and waits until everybody whom it is about is scored. */
    async post(
      path: string,
      body: unknown,
      {
        takes = 'people',
        headers,
      }: { takes?: WriteKey['takes']; headers?: Readonly<Record<string, string>> } = {},
    ): Promise<Posted> {
      const answer = await app.request(`/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(headers ?? basic(keys[takes])) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const json = JSON.parse(await answer.text())
      await arrivals.settled()
      expect(json.code).not.toBe('bug')
      return { status: answer.status, receipt: json, error: json }
    },
    rows: (sql: string, ...parameters: string[]) =>
      w.driver.driver
        .prepare(sql)
        .raw()
        .all(...parameters),
    async close() {
      await arrivals.settled()
      await w.close()
    },
  }
}
