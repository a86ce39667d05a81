import { createServer } from 'node:http'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { count } from '#domain/members/bitset.ts'
import { quantile } from './measure.ts'
import type { openMuster } from './muster.ts'
import { QUESTIONS } from './questions.ts'
import { NOW } from './rows.ts'

const CLIENTS = 8
const SECONDS = 8

export interface LoadResult {
  readonly countsPerSecond: number
  /** Milliseconds that a light request waits, at the 99th of a hundred. */
  readonly lightP99: number
}

/** How long a light request waits while clients count mixed criteria, none of them cached, in the same process. */
export async function measureLoad({ members }: ReturnType<typeof openMuster>): Promise<LoadResult> {
  const server = createServer((_request, response) => response.end('light')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const client = new Worker(new URL('./light-client.worker.ts', import.meta.url), {
    workerData: { url: `http://127.0.0.1:${port}/`, every: 4, seconds: SECONDS },
  })
  let running = true
  let counts = 0
  const start = performance.now()
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let turn = client; running; turn++) {
      const criteria = QUESTIONS[turn % QUESTIONS.length]?.criteria
      if (criteria !== undefined) count((await members.of(criteria, { asOf: NOW })).bits)
      counts++
    }
  })
  const [waits]: number[][] = await once(client, 'message')
  const countsPerSecond = counts / ((performance.now() - start) / 1000)
  running = false
  await Promise.all(clients)
  server.close()
  server.closeAllConnections()
  return { countsPerSecond, lightP99: quantile(waits ?? [], 0.99) }
}
