import { openApp } from '#app'
import type { Criteria } from '#domain/criteria/schema.ts'

/**
 * The server that is measured, in a process of its own so that it can be killed. It counts previews when it is told to,
 * each with other numbers, so that no set of an earlier one serves.
 */
const app = await openApp(process.env)
await app.refresh.all({ cause: 'benchmark' })
const { url, close } = await app.serve()
process.send?.({ url })

let asked = 0
const criteria = (): Criteria => {
  asked++
  const [spend, days] = [200 + asked, 30 + (asked % 300)]
  return {
    all: [
      {
        type: 'orders',
        measure: 'spend',
        op: '>',
        value: spend,
        within: { kind: 'last', n: days, unit: 'day' },
      },
      {
        type: 'events',
        event: ['viewed_product'],
        op: '>=',
        value: 1,
        within: { kind: 'last', n: days, unit: 'day' },
      },
    ],
  }
}

/** Milliseconds that each preview took, for so many seconds, with a pause between them as people make. */
async function previews(seconds: number): Promise<readonly number[]> {
  const waits: number[] = []
  const until = performance.now() + seconds * 1000
  const actor = { userId: null, name: 'Benchmark', surface: 'system', session: null } as const
  while (performance.now() < until) {
    const start = performance.now()
    await app.services.previews.count(criteria(), { actor })
    waits.push(performance.now() - start)
    await new Promise((resume) => setTimeout(resume, 200))
  }
  return waits
}

process.on('message', (message: { previews?: number; close?: true }) => {
  if (message.previews !== undefined) {
    void previews(message.previews).then((waits) => process.send?.({ waits }))
  }
  if (message.close === true) {
    void close()
      .then(() => app.close())
      .then(() => process.exit(0))
  }
})
