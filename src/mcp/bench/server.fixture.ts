import { openApp } from '#app'
import { listUsers } from '#domain/users/read.ts'
import { ownMemory } from '#evals/bench/memory.ts'

/** The server that is measured, in a process of its own, which makes tokens and tells its memory when it is asked. */
const app = await openApp(process.env)
const served = await app.serve()
const userId = listUsers(app.services.reader)[0]?.id ?? ''
const actor = { userId: null, name: 'Benchmark', surface: 'system', session: null } as const

async function tokens(count: number): Promise<readonly string[]> {
  const keys: string[] = []
  while (keys.length < count) {
    const name = `Client ${keys.length + 1}`
    const token = { name, role: 'editor', userId, days: 1, actor } as const
    keys.push((await app.writer.call('createAccessToken', token)).key)
  }
  return keys
}

/** Megabytes in use, garbage left out, and that the process has for itself where the system tells. */
function memory() {
  globalThis.gc?.()
  return { heap: process.memoryUsage().heapUsed / 2 ** 20, own: (ownMemory()?.own ?? 0) / 1024 }
}

process.on('message', (message: { tokens?: number; memory?: true; close?: true }) => {
  if (message.tokens !== undefined) {
    void tokens(message.tokens).then((keys) => process.send?.({ url: served.url, keys }))
  }
  if (message.memory === true) process.send?.(memory())
  if (message.close === true) {
    void served
      .close()
      .then(() => app.close())
      .then(() => process.exit(0))
  }
})
process.send?.({ isReady: true })
