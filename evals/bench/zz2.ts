import { openDuckdb } from './duckdb.ts'
import { sizeOf } from './rows.ts'
import { QUESTIONS } from './questions.ts'
const t = performance.now()
const d = await openDuckdb(sizeOf(Number(process.argv[2])), 2)
console.log('load', performance.now() - t)
for (const q of QUESTIONS) console.log(q.id, await d.count(q.raw), q.rollup ? await d.count(q.rollup) : '')
d.close()
