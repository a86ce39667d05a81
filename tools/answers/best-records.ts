import { countOfEntity } from '#domain/entities/entity.ts'
import type { BestRecords } from '#domain/profiles/standing/best.ts'
import type { BestProfile, ScoredRow } from '#domain/profiles/standing/shown.ts'
import { fence } from '#kernel/untrusted.ts'

/** `1. ⟦Acme⟧ (C0001), ⟦SaaS, 120 employees⟧: ICP ⟦SMB SaaS⟧ 90` */
export function bestLines({ entity, rows, total, asOf }: BestRecords): readonly string[] {
  const shown =
    rows.length < total ? `The first ${rows.length} of ${countOfEntity(total, entity)}` : 'By score'
  return [`${shown}, as of ${asOf}:`, ...rows.map((row, at) => `${at + 1}. ${lineOf(row)}`)]
}

const lineOf = ({ id, name, about, icp, persona }: ScoredRow): string => {
  const who = name === '' || name === id ? fence(id) : `${fence(name)} (${fence(id)})`
  const scores = [scoreOf('ICP', icp), scoreOf('persona', persona)].filter((text) => text !== '')
  return `${who}${about === '' ? '' : `, ${fence(about)}`}: ${scores.length === 0 ? 'no score' : scores.join(', ')}`
}

const scoreOf = (what: string, best: BestProfile | null): string =>
  best === null ? '' : `${what} ${fence(best.name)} ${best.score}`
