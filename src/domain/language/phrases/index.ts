import type { Meaning } from '../grammar/meaning.ts'
import { longest, type Parser, remembered } from '../grammar/reading.ts'
import { attributePhrases } from './attribute.ts'
import { attributeDatePhrases } from './attribute-dates.ts'
import { attributeLabelPhrases } from './attribute-labels.ts'
import { attributeTextPhrases } from './attribute-text.ts'
import { consentPhrases } from './consent.ts'
import { elliptical } from './elliptical.ts'
import { eventPhrases } from './events.ts'
import { missingPhrases } from './missing.ts'
import { orderCodePhrases } from './order-codes.ts'
import { orderDatePhrases } from './order-dates.ts'
import { moneyPhrases } from './order-money.ts'
import { orderPeoplePhrases } from './order-people.ts'
import { orderPhrases } from './orders.ts'
import { impliedPhrases, purchasePhrases } from './purchases.ts'
import { rankPhrases } from './rank.ts'
import { rfmPhrases } from './rfm.ts'
import { segmentPhrases } from './segment.ts'
import { vaguePhrases } from './vague.ts'

const deeds = remembered(longest(...orderPhrases, ...orderPeoplePhrases, ...purchasePhrases, ...eventPhrases))

/**
 * Everything that can be said about customers. What is read longest wins; among equals, what stands first:
 * the company's own names and plain conditions before vague words and what is missing.
 */
export const unit: Parser<Meaning> = remembered(
  longest(
    ...rfmPhrases,
    ...segmentPhrases,
    ...attributePhrases,
    ...attributeDatePhrases,
    ...attributeLabelPhrases,
    ...attributeTextPhrases,
    ...consentPhrases,
    ...orderDatePhrases,
    ...impliedPhrases,
    ...orderPhrases,
    ...orderPeoplePhrases,
    ...orderCodePhrases,
    ...moneyPhrases,
    ...purchasePhrases,
    ...eventPhrases,
    ...rankPhrases,
    elliptical(deeds),
    ...vaguePhrases,
    ...missingPhrases,
  ),
)
