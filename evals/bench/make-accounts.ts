import { makeAccounts } from './accounts.ts'

/** In a process of its own, whose memory is none of the benchmark’s: `node make-accounts.ts PATH COMPANIES PEOPLE`. */
const [path, companies, people] = process.argv.slice(2)
if (path === undefined) throw new Error('make-accounts takes a path, a number of companies and one of people')
makeAccounts(path, { companies: Number(companies), people: Number(people) })
