import { buying } from './buying.ts'
import { companies } from './companies.ts'
import { customers } from './customers.ts'
import type { CandidateSource } from './define.ts'
import { people } from './people.ts'
import { responses } from './responses.ts'
import { companySignals, personSignals } from './signals.ts'

/** Everything that profiles could ask for, by what it is read from. */
export const candidateSources: readonly CandidateSource[] = [
  companies,
  companySignals,
  people,
  personSignals,
  customers,
  buying,
  responses,
]
