import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import {
  isUnread,
  type SqlContext,
  type SqlReading,
  type SqlTest,
  unread,
} from '../../criteria/sql/reading.ts'
import { comparisonIn, fieldName, numberTest, textTest } from '../../criteria/sql/take.ts'
import type { Entity } from '../../entities/entity.ts'
import { foldText } from '#kernel/text.ts'
import type { Condition } from '../index.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { profilesFor } from './profile-named.ts'
import type { ProfileAsked } from './profile-shape.ts'

interface Whose {
  readonly entity: Entity
  make(asked: ProfileAsked): Condition
}

const KINDS = ['icp', 'persona'] as const

/** Tests of icp_code, icp_score, persona_code and persona_score, as they are printed and as people write them. */
export function profileFromSql(test: SqlTest, ctx: SqlContext, whose: Whose): SqlReading {
  if (test.kind !== 'columns') return undefined
  const part = test.test
  return (
    unfitPersona(part, whose) ??
    known(part, whose) ??
    scored(part, whose) ??
    coded(part, ctx, whose) ??
    together(part, ctx, whose)
  )
}

const kindsOf = (entity: Entity) => KINDS.filter((kind) => kind === 'icp' || entity !== 'company')

/** `icp_code IS NULL`: without a persona are also those without an ICP. */
function known(part: Expression, { entity, make }: Whose): SqlReading {
  const kind = kindTested(part, entity)
  if (kind === undefined || part.kind !== 'is') return undefined
  if (part.not) return make({ kind })
  return kind === 'icp' ? make({ kind, unfit: true }) : { none: [make({ kind })] }
}

function kindTested(part: Expression, entity: Entity): ProfileAsked['kind'] | undefined {
  if (part.kind !== 'is' || part.what !== 'null') return undefined
  const name = fieldName(part.of)
  return kindsOf(entity).find((kind) => name === `${kind}_code` || name === `${kind}_score`)
}

/** `icp_code IS NOT NULL AND persona_code IS NULL` */
function unfitPersona(part: Expression, { entity, make }: Whose): SqlReading {
  if (part.kind !== 'and' || part.of.length !== 2) return undefined
  const nulls = part.of.map((one) =>
    one.kind === 'is' ? { kind: kindTested(one, entity), not: one.not } : {},
  )
  const says = (kind: ProfileAsked['kind'], not: boolean) =>
    nulls.some((one) => one.kind === kind && one.not === not)
  return says('icp', true) && says('persona', false) ? make({ kind: 'persona', unfit: true }) : undefined
}

/** `persona_score >= 60` */
function scored(part: Expression, { entity, make }: Whose): SqlReading {
  for (const kind of kindsOf(entity)) {
    const found = numberTest(part, isNamed(`${kind}_score`))
    if (found === undefined) continue
    const { test, denied } = comparisonIn(found)
    return but(denied, make({ kind, ...test }), make({ kind }))
  }
  return undefined
}

/** A denial in SQL leaves out those who have none. */
const but = (denied: boolean, condition: Condition, known: Condition): Criteria =>
  denied ? { all: [{ none: [condition] }, known] } : condition

/** `icp_code = 'SMB-SAAS'`; of a persona’s code alone those of every ICP that has it. */
function coded(part: Expression, ctx: SqlContext, { entity, make }: Whose, icp?: string): SqlReading {
  const found = part.kind === 'or' ? undefined : textTest(part)
  const kind = kindsOf(entity).find((one) => found?.field === `${one}_code`)
  if (found === undefined || kind === undefined) return undefined
  const inside = profilesFor(ctx.profiles(), entity, kind).filter(
    (one) => icp === undefined || foldText(one.icp?.code ?? '') === foldText(icp),
  )
  const ids = found.values.map((code) => inside.filter((one) => foldText(one.code) === foldText(code)))
  const strange = found.values.find((_, i) => ids[i]?.length === 0)
  if (strange !== undefined) {
    const codes = inside.map(({ code }) => code).join(', ')
    return unread(
      { kind: 'text', value: strange },
      `is the code of no ${kind === 'icp' ? 'ICP' : 'persona'}${icp === undefined ? '' : ' of that ICP'}`,
      codes === '' ? 'There is none yet.' : `The codes are ${codes}.`,
    )
  }
  if (ids.some((of) => of.length > 1)) {
    ctx.assume('Several ICPs have a persona with this code: those of each of them are meant.')
  }
  return but(found.not, make({ kind, profile: ids.flat().map(({ id }) => id) }), make({ kind }))
}

/** The codes of an ICP and a persona, codes and a score, or several of them, as one condition. */
function together(part: Expression, ctx: SqlContext, whose: Whose): SqlReading {
  if (part.kind === 'or') return merged(part.of, ctx, whose)
  if (part.kind !== 'and' || part.of.length !== 2) return undefined
  const [first, second] = part.of
  if (first === undefined || second === undefined) return undefined
  return (
    insideIcp(first, second, ctx, whose) ??
    insideIcp(second, first, ctx, whose) ??
    withScore(first, second, ctx, whose) ??
    withScore(second, first, ctx, whose)
  )
}

/** `icp_code = 'SMB-SAAS' AND persona_code = 'CFO'` */
function insideIcp(icpTest: Expression, test: Expression, ctx: SqlContext, whose: Whose): SqlReading {
  const icp = icpTest.kind === 'or' ? undefined : textTest(icpTest)
  const [code, another] = icp?.values ?? []
  if (icp === undefined || icp.not || icp.field !== 'icp_code' || another !== undefined) return undefined
  const found = test.kind === 'or' ? undefined : textTest(test)
  return found?.field === 'persona_code' && !found.not ? coded(test, ctx, whose, code) : undefined
}

/** Codes, and the score under what they name. */
function withScore(codes: Expression, score: Expression, ctx: SqlContext, whose: Whose): SqlReading {
  const test = askedIn(scored(score, whose))
  const named = test && askedIn(coded(codes, ctx, whose) ?? together(codes, ctx, whose))
  if (test?.op === undefined || named?.profile === undefined || named.kind !== test.kind) return undefined
  // Of two scores that are asked for, neither is dropped.
  if (named.op !== undefined) return undefined
  const { kind, profile } = named
  return whose.make({ kind, profile, op: test.op, value: test.value })
}

/** `(icp_code = 'A' AND persona_code = 'B') OR (…)`: one of several. */
function merged(parts: readonly Expression[], ctx: SqlContext, whose: Whose): SqlReading {
  const named = parts.map((part) => askedIn(coded(part, ctx, whose) ?? together(part, ctx, whose)))
  const [first] = named
  const all = named.flatMap((one) =>
    one?.kind === first?.kind && one?.op === undefined ? (one?.profile ?? []) : [],
  )
  const each = named.every(
    (one) => one?.kind === first?.kind && one?.profile !== undefined && one.op === undefined,
  )
  return first !== undefined && each ? whose.make({ kind: first.kind, profile: all }) : undefined
}

/** What a reading asks, where it is one condition about scores. */
function askedIn(reading: SqlReading): ProfileAsked | undefined {
  if (reading === undefined || isUnread(reading) || !isCondition(reading)) return undefined
  return 'kind' in reading && (reading.kind === 'icp' || reading.kind === 'persona') ? reading : undefined
}
