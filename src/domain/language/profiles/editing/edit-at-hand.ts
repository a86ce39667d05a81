import { entityOf } from '../../../criteria/entity.ts'
import { asFilters } from '../../../profiles/as-parameters.ts'
import type { Interpretation } from '../../interpretation.ts'
import type { Message } from '../../read-message.ts'
import { wholeReceipt } from '../../whole-receipt.ts'
import { titleOf } from '../kept-as-profile.ts'
import { softened } from './softened.ts'

/**
 * “The industry doesn’t have to match, just give it 40 points”, of companies that were only counted: what scores is kept
 * in an ICP, so that one is drafted of those at hand, changed so.
 */
export function editedAtHand(message: Message): Interpretation | undefined {
  const { situation } = message.reading
  const { criteria, talksOfProfiles, describe } = situation
  if (criteria === undefined || talksOfProfiles === true || entityOf(criteria) !== 'company') return undefined
  const name = titleOf(describe(criteria))
  const held = [...asFilters(criteria)]
  const found = softened(message.reading.as('company'), held, { name, recent: [], before: held })
  if (found === undefined || 'asks' in found) return undefined
  const { parameters, assumptions } = found
  const says = 'What only scores is kept in an ICP: one is drafted of the companies at hand.'
  return {
    kind: 'command',
    command: { do: 'build_profile', name, parameters, assumptions: [says, ...assumptions] },
    receipt: wholeReceipt(message, 'command', 'an ICP of the companies at hand, changed so'),
  }
}
