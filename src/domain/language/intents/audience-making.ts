import type { CapOrder } from '../../audiences/definition.ts'
import { entityOf } from '../../criteria/entity.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { question } from '../grammar/meaning.ts'
import { type Reading, said } from '../grammar/reading.ts'
import type { Command } from '../interpretation.ts'
import { afterMaking, audienceWithout, type Opening, openingAt } from './audience-opening.ts'
import { type AudienceParts, partsFrom } from './audience-parts.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { accountsWithCommittee, PERSONA_FIRST, personaFirstAt, type SaidMotion } from './motion-commands.ts'

type CreateAudience = Command & { readonly do: 'create_audience' }

/** `make an e-mail audience from Champions`, `top 50 accounts with their buying committee`: whom it takes, and what is said of it. */
export function makingAudience(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opening = openingAt(reading, start)
  const motion = byMotion(reading, opening ?? { end: start }, name, criteriaOf)
  if (motion !== undefined) return motion
  if (opening === undefined) return withoutChannel(reading, start, name, criteriaOf)
  const { channel, end } = opening
  const { length } = reading.tokens
  const command = audienceFrom(reading, { channel, end }, name, criteriaOf)
  if (command !== undefined) return done(command)
  return doubtOf(
    question(
      end,
      length,
      end >= length
        ? 'Whom should the audience take?'
        : `I can’t read all of “${said(reading, end, length)}” as whom the audience should take. Say it as “make an e-mail audience from Champions without VIP, hold out 10 %, at most 5,000 by highest spend”.`,
    ),
  )
}

/** What is said of the audience stands behind whom it takes: the longest such end of the message. */
function audienceFrom(
  reading: Reading,
  { channel, end }: Opening,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): CreateAudience | undefined {
  const { length } = reading.tokens
  for (let at = end + 1; at <= length; at++) {
    const parts = partsFrom(reading, at)
    const criteria = parts && criteriaOf(end, at)
    if (parts === undefined || criteria === undefined) continue
    const whom = suppressed(criteria)
    // Of two holdouts one would be lost.
    if (whom === undefined || (whom.holdout !== undefined && parts.holdout !== undefined)) continue
    const words = reading.situation.describe(whom.criteria)
    return {
      do: 'create_audience',
      channel,
      words,
      ...whom,
      ...(parts.holdout === undefined ? {} : { holdout: parts.holdout }),
      ...ordered(parts, entityOf(criteria)),
      ...named(name),
    }
  }
  return undefined
}

const UNORDERED = {
  customer: [
    'random',
    'drawn at random, the same ones at every count. “by highest spend” or “most recent buyers” would choose',
  ],
  company: ['icp', 'those with the highest ICP score'],
  person: [
    'persona',
    'those with the highest persona score, equal ones by ICP score. “by combined score” would take both',
  ],
} as const satisfies Record<Entity, readonly [CapOrder, string]>

/** Which of them stay, where a cap was said; stated where nobody said it. */
function ordered({ cap, assumptions }: AudienceParts, entity: Entity) {
  if (cap === undefined) return { assumptions }
  const { size, order } = cap
  if (order !== undefined) return { cap: { customers: size, order }, assumptions }
  const [usual, told] = UNORDERED[entity]
  const says = `Nobody said which ${size.toLocaleString('en-US')} stay: they are ${told}.`
  return { cap: { customers: size, order: usual }, assumptions: [...assumptions, says] }
}

/** `make an audience of people with …`: companies and people can be worked through by sales; customers have segments. */
function withoutChannel(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const end = audienceWithout(reading, start)
  const found = end < 0 ? undefined : audienceFrom(reading, { channel: 'sales', end }, name, criteriaOf)
  if (found === undefined) return undefined
  const entity = entityOf(found.criteria)
  if (entity === 'customer') return undefined
  return done({ ...found, assumptions: [...found.assumptions, ...forSales(entity)] })
}

/** What is said where nobody named a channel. */
const forSales = (entity: 'company' | 'person'): readonly string[] =>
  entity === 'company'
    ? []
    : [
        'Nobody named a channel: this is a list for sales, for which no address is needed. “By e-mail” would keep those who have an e-mail address.',
      ]

/** `top 50 accounts with their buying committee`, `VPs of Sales first, then by ICP score, 500 at most` */
function byMotion(
  reading: Reading,
  { channel, end: from }: Partial<Opening> & Pick<Opening, 'end'>,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const start = Math.max(audienceWithout(reading, from), afterMaking(reading, from))
  const told = channel === undefined ? forSales('person') : []
  const command = (found: SaidMotion, parts: AudienceParts, order?: CapOrder) => {
    const { cap, holdout } = parts
    const asked =
      cap === undefined || cap.order !== undefined || order === undefined ? cap : { ...cap, order }
    return done({
      do: 'create_audience',
      channel: channel ?? 'sales',
      words: reading.situation.describe(found.criteria),
      ...found,
      less: [],
      ...(holdout === undefined ? {} : { holdout }),
      ...ordered(
        { ...(asked && { cap: asked }), assumptions: [...found.assumptions, ...parts.assumptions, ...told] },
        'person',
      ),
      ...named(name),
    })
  }
  const accounts = accountsWithCommittee(reading, start)
  const parts = accounts && partsFrom(reading, accounts.end)
  if (accounts !== undefined && parts !== undefined) return command(accounts.value, parts)
  const first = personaFirstAt(reading, start)
  const behind = first && partsFrom(reading, first.end)
  const criteria = first && criteriaOf(start, first.to)
  if (first === undefined || behind === undefined || criteria === undefined) return undefined
  if (entityOf(criteria) !== 'person') return undefined
  const motion = { criteria, assumptions: [PERSONA_FIRST] }
  return command(motion, behind, 'persona')
}

const named = (name: string | undefined) => (name === undefined ? {} : { name })

/**
 * What must not hold beside what must: suppressions, each by itself. A random share of everybody is held out; two of
 * them are not understood.
 */
function suppressed(
  criteria: Criteria,
):
  | { readonly criteria: Criteria; readonly less: readonly Criteria[]; readonly holdout?: number }
  | undefined {
  if (isCondition(criteria) || !('all' in criteria)) return { criteria, less: [] }
  const denied = criteria.all.flatMap((branch) => ('none' in branch ? branch.none : []))
  const [first, ...others] = criteria.all.filter((branch) => !('none' in branch))
  if (first === undefined) return { criteria, less: [] }
  const shares = denied.flatMap((one) => randomShare(one) ?? [])
  if (shares.length > 1) return undefined
  const [share] = shares
  return {
    criteria: others.length === 0 ? first : { all: [first, ...others] },
    less: denied.filter((one) => randomShare(one) === undefined),
    ...(share === undefined ? {} : { holdout: share }),
  }
}

const randomShare = (one: Criteria): number | undefined =>
  'type' in one && one.type === 'sample' && one.from === 0 && one.split === undefined ? one.to : undefined
