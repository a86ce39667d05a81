import { ownMemory } from '#evals/bench/memory.ts'
import { openHttp } from '#mcp/http/http.fixture.ts'

/** The server that is measured, in a process of its own, which makes tokens and tells its memory when it is asked. */
const http = await openHttp(process.env)

async function tokens(count: number): Promise<readonly string[]> {
  const keys: string[] = []
  while (keys.length < count) keys.push((await http.token()).key)
  return keys
}

/** Megabytes in use, garbage left out, and that the process has for itself where the system tells. */
function memory() {
  globalThis.gc?.()
  return { heap: process.memoryUsage().heapUsed / 2 ** 20, own: (ownMemory()?.own ?? 0) / 1024 }
}

process.on('message', (message: { tokens?: number; memory?: true; close?: true }) => {
  if (message.tokens !== undefined) {
    void tokens(message.tokens).then((keys) => process.send?.({ url: http.url.href, keys }))
  }
  if (message.memory === true) process.send?.(memory())
  if (message.close === true) {
    void http.close().then(() => process.exit(0))
  }
})
process.send?.({ isReady: true })
