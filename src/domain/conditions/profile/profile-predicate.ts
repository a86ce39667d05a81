import type { Entity } from '../../entities/entity.ts'
import type { NamesContext } from '../define.ts'
import { comparisonText } from '../shared/comparison-sql.ts'
import { allText, literal, oneOfText } from '../shared/sql-text.ts'
import { type ProfileAsked, scoreTest } from './profile-shape.ts'

/** A test of the columns by which records say their ICP and persona; a persona by the codes of both. */
export function profilePredicate(entity: Entity, asked: ProfileAsked, ctx: NamesContext): string {
  const { kind, profile, unfit } = asked
  const icpCode = `${entity}.icp_code`
  const code = `${entity}.${kind}_code`
  if (unfit === true) {
    const without = `${code} IS NULL`
    return kind === 'icp' ? without : allText([`${icpCode} IS NOT NULL`, without])
  }
  const test = scoreTest(asked)
  const score = test && comparisonText(`${entity}.${kind}_score`, test)
  const named = profile?.map((id) => ctx.profile(id))
  if (named === undefined) return score ?? `${code} IS NOT NULL`
  const inside = [...Map.groupBy(named, ({ icp }) => icp?.code ?? '')].map(([icp, profiles]) => {
    const isOne = oneOfText(
      code,
      profiles.map((each) => each.code),
    )
    return icp === '' ? isOne : allText([`${icpCode} = ${literal(icp)}`, isOne])
  })
  const isNamed = inside.length === 1 ? inside.join() : `(${inside.join(' OR ')})`
  return score === undefined ? isNamed : allText([isNamed, score])
}
