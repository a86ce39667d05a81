import { parentPort, workerData } from 'node:worker_threads'
import { perform, type Work } from './work.ts'

/** Looks once and ends. */
const work: Work = workerData
parentPort?.postMessage(perform(work))
