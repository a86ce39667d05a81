import type { Finding } from '../define.ts'
import { completeness } from './completeness.ts'
import { consentGaps } from './consent-gaps.ts'
import { copiedSegments } from './copied-segments.ts'
import { duplicates } from './duplicates.ts'
import { emptyFields } from './empty-fields.ts'
import { emptySegments } from './empty-segments.ts'
import { foreignMoney } from './foreign-money.ts'
import { freshness } from './freshness.ts'
import { impossibleValues } from './impossible-values.ts'
import { ordersWithoutCustomers } from './orders-without-customers.ts'
import { reachability } from './reachability.ts'
import { unusedEvents } from './unused-events.ts'
import { unusedSegments } from './unused-segments.ts'

/** All that is looked for. Their weights come to 100. */
export const findings: readonly Finding[] = [
  completeness,
  freshness,
  duplicates,
  reachability,
  consentGaps,
  ordersWithoutCustomers,
  impossibleValues,
  foreignMoney,
  emptyFields,
  unusedEvents,
  emptySegments,
  copiedSegments,
  unusedSegments,
]
