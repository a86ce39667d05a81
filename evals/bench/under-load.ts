import { once } from 'node:events'
import { createServer } from 'node:http'
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
  /** Milliseconds that a light request waits, at the 99th of a hundred: under load, and without any. */
  readonly lightP99: number
  readonly idleP99: number
}

/** How long a light request waits while clients count mixed criteria, none of them cached, in the same process. */
export async function measureLoad({ members }: ReturnType<typeof openMuster>): Promise<LoadResult> {
  const server = createServer((_request, response) => response.end('light')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
  try {
    const idleP99 = await lightWaits(url)
    let running = true
    let counts = 0
    const clients = Array.from({ length: CLIENTS }, async (_, client) => {
      for (let turn = client; running; turn++) {
        const criteria = QUESTIONS[turn % QUESTIONS.length]?.criteria
        if (criteria !== undefined) count((await members.of(criteria, { asOf: NOW })).bits)
        counts++
      }
    })
    const lightP99 = await lightWaits(url)
    const countsPerSecond = counts / SECONDS
    running = false
    await Promise.all(clients)
    return { countsPerSecond, lightP99, idleP99 }
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** From a thread of its own, so that the client waits for nothing but the server. */
async function lightWaits(url: string): Promise<number> {
  const client = new Worker(new URL('./light-client.worker.ts', import.meta.url), {
    workerData: { url, every: 4, seconds: SECONDS },
  })
  const [waits]: number[][] = await once(client, 'message')
  return quantile(waits ?? [], 0.99)
}
