import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** Asks a server for something light every few milliseconds, and tells how long each answer took. */
const { url, every, seconds }: { url: string; every: number; seconds: number } = workerData

// One connection that stays, as a browser keeps it; and as little of a client as there is, which shares the processors.
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const ask = () =>
  new Promise<void>((done, failed) => {
    get(url, { agent }, (response) => void response.on('end', done).on('error', failed).resume()).on(
      'error',
      failed,
    )
  })

const waits: number[] = []
const until = performance.now() + seconds * 1000
while (performance.now() < until) {
  const start = performance.now()
  await ask()
  waits.push(performance.now() - start)
  await new Promise((resume) => setTimeout(resume, every))
}
agent.destroy()
parentPort?.postMessage(waits)
