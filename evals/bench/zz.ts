import { makeCompany } from './sqlite-company.ts'
import { sizeOf } from './rows.ts'
const n = Number(process.argv[2])
const t = performance.now()
makeCompany(`.muster/bench/${n}.db`, sizeOf(n), (what) =>
  console.log(((performance.now() - t) / 1000).toFixed(1), what),
)
console.log(((performance.now() - t) / 1000).toFixed(1))
