import { InputError } from '#kernel/errors.ts'
import { type Measure, measureSchema } from '../../indicators/measures/index.ts'
import { atOneMoment } from '../at-one-moment.ts'
import { readMessage } from '../read-message.ts'
import type { Situation } from '../situation.ts'
import { measureAt } from './measure-words.ts'

/** A measure from the words that people call it by. Throws InputError that says what can be measured. */
export function readMeasure(text: string, situation: Situation): Measure {
  const measure = measureAt(readMessage(text, atOneMoment(situation)).reading, 0)
  if (measure !== undefined) return measureSchema.parse(measure)
  throw new InputError(`“${text}” is no measure that is understood`, {
    next:
      'Say one of: days since the last order; average order value; number of orders, money spent, or money spent on <products>; ' +
      'share of spend on <products>; share of orders with a discount; order interval; number of e-mails opened; recency score. A window may follow: in the last 90 days.',
    path: ['measure'],
  })
}
