import type { CompanyRecord, PersonRecord } from '../accounts/record.ts'
import type { CustomerRecord } from '../customers/record.ts'

/** One of each entity in memory, for holding criteria against it. */
export interface RecordOf {
  readonly customer: CustomerRecord
  readonly company: CompanyRecord
  readonly person: PersonRecord
}
