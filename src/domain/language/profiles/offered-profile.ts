import type { Criteria } from '../../criteria/schema.ts'
import { fitOf } from '../../profiles/fit.ts'
import type { Read } from '../conclude.ts'
import type { Interpretation, Option } from '../interpretation.ts'
import type { Message } from '../read-message.ts'
import { buildFrom } from './build-from.ts'
import { unsayableAt } from './unsayable.ts'

/**
 * Shoppers as people picture them: “Gen Z moms buying kids gear …”. What no data can say is named, and it is asked
 * whether a segment or an ICP is meant; where the conversation is about profiles it is an ICP. Undefined for
 * everything else.
 */
export function offeredProfile(message: Message, again: Read['again']): Interpretation | undefined {
  const { reading } = message
  const { criteria, talksOfProfiles } = reading.situation
  if (criteria !== undefined && talksOfProfiles !== true) return undefined
  const pictured = reading.tokens.some((_, at) => unsayableAt(reading, at) !== undefined)
  if (!pictured) return undefined
  const built = buildFrom(
    message,
    { kind: 'icp', entity: 'customer', others: [], made: true, stretches: [[0, reading.tokens.length]] },
    again,
  )
  if (built.kind !== 'command' || built.command.do !== 'build_profile') return undefined
  if (talksOfProfiles === true) return built
  const { parameters, assumptions } = built.command
  const lacking = assumptions.filter((says) => says.includes('is not part of it'))
  if (lacking.length === 0) return undefined
  const fit = fitOf(parameters)
  return {
    kind: 'question',
    question: `${lacking.join(' ')} Shall I count the customers whom the rest describes, for a segment, or draft an ICP of them?`,
    options: [
      ...(fit === null ? [] : [segmentOption(reading.situation.describe(fit), fit)]),
      { label: 'an ICP of such customers', text: `Build an ICP for ${message.text.trim()}` },
    ],
    ...(fit === null ? {} : { partial: fit }),
    receipt: built.receipt,
  }
}

const segmentOption = (words: string, criteria: Criteria): Option => ({
  label: 'the customers, for a segment',
  text: `customers who ${words}`,
  criteria,
})
