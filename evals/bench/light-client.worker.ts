import { parentPort, workerData } from 'node:worker_threads'

/** Asks a server for something light every few milliseconds, and tells how long each answer took. */
const { url, every, seconds }: { url: string; every: number; seconds: number } = workerData

const waits: number[] = []
const until = performance.now() + seconds * 1000
while (performance.now() < until) {
  const start = performance.now()
  await (await fetch(url)).text()
  waits.push(performance.now() - start)
  await new Promise((resume) => setTimeout(resume, every))
}
parentPort?.postMessage(waits)
