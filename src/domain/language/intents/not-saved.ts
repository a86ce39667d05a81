import { entityOf } from '../../criteria/entity.ts'
import type { Reading } from '../grammar/reading.ts'
import type { Command } from '../interpretation.ts'

const NO_SEGMENT =
  'Segments hold customers. Companies and people are kept in ICPs and personas: “build an ICP for SaaS companies with 51 to 500 employees”.'

/** Why what is at hand can't be saved: companies and people are no segment. "Ok, create it" is said of a drafted ICP. */
export function notSaved({ situation }: Reading, command: Command): string | undefined {
  if (command.do !== 'save') return undefined
  const { criteria, talksOfProfiles = false } = situation
  const agrees = command.agreed === true && talksOfProfiles
  return criteria === undefined || entityOf(criteria) === 'customer' || agrees ? undefined : NO_SEGMENT
}
