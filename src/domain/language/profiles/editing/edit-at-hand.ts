import { entityOf } from '../../../criteria/entity.ts'
import { asFilters } from '../../../profiles/as-parameters.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { criteriaKey } from '../../../criteria/same.ts'
import type { ProfileParameters } from '../../../profiles/parameter.ts'
import type { Read } from '../../conclude.ts'
import { excludesEachOther } from '../../follow-ups/edit-values.ts'
import type { Reading } from '../../grammar/reading.ts'
import type { Interpretation } from '../../interpretation.ts'
import type { Message } from '../../read-message.ts'
import { wholeReceipt } from '../../whole-receipt.ts'
import { prefers } from '../build-profile.ts'
import { keptAsProfile, titleOf } from '../kept-as-profile.ts'
import { withOthers } from './changed-parameters.ts'
import { softened } from './softened.ts'
import { turned } from './turned.ts'

/**
 * “The industry doesn’t have to match, just give it 40 points”, “prefer those on AWS”, of companies or people that were
 * only counted: what scores is kept in a profile, so that one is drafted of those at hand, changed so.
 */
export function editedAtHand(message: Message, again: Read['again']): Interpretation | undefined {
  const { situation } = message.reading
  const { criteria, talksOfProfiles, describe } = situation
  const entity = criteria && entityOf(criteria)
  if (criteria === undefined || entity === undefined || entity === 'customer' || talksOfProfiles === true)
    return undefined
  const held = [...asFilters(criteria)]
  const edit = message.reading.as(entity)
  const found =
    softenedOf(edit, held, titleOf(describe(criteria))) ?? preferredOf(message, held, entity, again)
  if (found === undefined || found.parameters.every(({ mode }) => mode !== 'score')) return undefined
  const kept = keptAsProfile(message, undefined, again)
  if (kept?.kind !== 'command' || kept.command.do !== 'build_profile') return undefined
  const { parameters, assumptions } = found
  const command = {
    ...kept.command,
    parameters,
    assumptions: [...kept.command.assumptions, ...assumptions],
  }
  const what = `a profile of the ${entity === 'company' ? 'companies' : 'people'} at hand, changed so`
  return { kind: 'command', command, receipt: wholeReceipt(message, 'command', what) }
}

/** What is at hand already, and only scores from now on. */
function softenedOf(edit: Reading, held: ProfileParameters, name: string) {
  const whose = { name, recent: [], before: held }
  const loose = softened(edit, held, whose)
  if (loose !== undefined && 'parameters' in loose) return loose
  const other = turned(edit, held, whose)
  return other !== undefined && 'parameters' in other && other.parameters.length === held.length
    ? other
    : undefined
}

/** Those at hand with what is preferred of them; undefined where the message tells of others. */
function preferredOf(
  { text }: Message,
  held: ProfileParameters,
  entity: 'company' | 'person',
  again: Read['again'],
) {
  if (!prefers(text)) return undefined
  const wish = text.trim().replace(ALSO, '')
  const built = again(entity === 'company' ? `ICP over our companies: ${wish}` : `Persona: ${wish}`)
  const { parameters } =
    built?.kind === 'command' && built.command.do === 'build_profile' ? built.command : { parameters: [] }
  const scores = parameters.flatMap(({ mode, criteria }) => (mode === 'score' ? [criteria] : []))
  if (scores.length === 0) return undefined
  // “Snowflake only as a bonus” is no must any more.
  const wished = new Set(scores.map((one) => criteriaKey(one)))
  // "I’d prefer France" of companies in Germany is no preference among them.
  const apart = (one: Criteria, other: Criteria): boolean =>
    criteriaKey(one) !== criteriaKey(other) && excludesEachOther(one, other)
  const musts = held.filter(({ mode }) => mode === 'filter')
  if (scores.some((one) => musts.some(({ criteria }) => apart(criteria, one)))) return undefined
  const left = held.filter(({ criteria }) => !wished.has(criteriaKey(criteria)))
  const next = withOthers(left, parameters)
  return next.instead.length > 0 ? undefined : { parameters: next.parameters, assumptions: [] }
}

const ALSO = /^(?:(?:and|also|but|plus|ok|okay|now)\s+|no(?:pe)?\s*[,:]\s*)+/iu
