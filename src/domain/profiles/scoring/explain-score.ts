import { query, type Reader } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import { InputError } from '#kernel/errors.ts'
import type { ReadingContext } from '../../conditions/define.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import { type Found, findOne, foundCompany } from '../../explanations/find-one.ts'
import { populationAround } from '../../explanations/population.ts'
import type { Members } from '../../members/members.ts'
import { criteriaOfParameter } from '../fit.ts'
import type { Profiles } from '../read.ts'
import type { Profile } from '../schema.ts'
import { explainParameters, outOf, type ReadRecord } from './explain-one.ts'
import { criteriaOfProfiles, liveProfiles, qualifyingOf } from './live.ts'
import { bestOf, bestPersona, holdsFor, scoreUnder } from './one.ts'
import type { ExplainedProfile, RankedProfile, ScoreExplanation } from './shown-explained.ts'

export interface ExplainDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly profiles: Profiles
  readonly members: Members
  context(now: Instant): ReadingContext
}

/** Whose score is explained: by the id as imported, a person or customer by e-mail as well, a company by domain or name. */
export interface Whose {
  readonly entity: Entity
  readonly named: string
}

/** Why a record scores what it scores as of now, under the best profiles or under another one. */
export async function explainScore(
  { entity, named }: Whose,
  asked: Profile | undefined,
  { reader, clock, profiles, members, context, signal }: ExplainDeps & { readonly signal?: AbortSignal },
): Promise<ScoreExplanation> {
  const found = findOne(reader, entity, named)
  const ctx = context(toMinute(clock.now()))
  const icpEntity = entity === 'customer' ? 'customer' : 'company'
  const live = liveProfiles(profiles.list(), icpEntity)
  const qualifying = qualifyingOf(icpEntity, live)
  const population = await populationAround(
    found.record.id,
    [...criteriaOfProfiles(live), ...(asked?.parameters ?? []).flatMap(criteriaOfParameter)],
    { members, ctx, ...(signal && { signal }) },
  )
  const read = ({ record }: Found): ReadRecord => ({ record, population, ctx })
  const holds = (one: Found) => holdsFor(one.record, population, ctx)

  // Whom ICPs are about: the company of a person, if anybody knows it.
  const account = accountOf(found)
  const icp = account && bestOf(qualifying.icps, holds(account))
  const persona = entity === 'company' || icp === null ? null : bestPersona(qualifying, icp, holds(found))
  const profileOf = (number: number) => live.find((one) => one.number === number)
  const best = [icp, persona].flatMap((one) => {
    const profile = one === null ? undefined : profileOf(one.number)
    return one === null || profile === undefined ? [] : [{ profile, score: one.score }]
  })

  const explained = (profile: Profile): ExplainedProfile => {
    const one = heldAgainst(profile, found, account)
    return {
      ...shown(profile),
      entity: profile.entity,
      one: one.masked,
      score: scoreUnder(profile.parameters, holds(one)),
      parameters: [...explainParameters(profile.parameters, read(one))],
    }
  }
  const ranked = (profile: Profile, one: Found): RankedProfile => ({
    ...shown(profile),
    score: scoreUnder(profile.parameters, holds(one)),
    out: outOf(profile.parameters, holds(one), ctx),
  })
  const bestIcp = best[0]?.profile
  const inside =
    entity === 'company' ? [] : live.filter(({ icpId }) => icpId !== null && icpId === bestIcp?.id)
  return {
    entity,
    one: found.masked,
    worksNowhere: account === null,
    icp: best[0] === undefined ? null : { ...shown(best[0].profile), score: best[0].score },
    persona: best[1] === undefined ? null : { ...shown(best[1].profile), score: best[1].score },
    explained: (asked === undefined ? best.map(({ profile }) => profile) : [asked]).map(explained),
    ranking: [
      ...(account === null
        ? []
        : byScore(live.filter(({ kind }) => kind === 'icp').map((one) => ranked(one, account)))),
      ...byScore(inside.map((one) => ranked(one, found))),
    ],
    behind: isBehind(reader, entity, found.record.id, [
      icp?.number ?? null,
      icp?.score ?? null,
      persona?.number ?? null,
      persona?.score ?? null,
    ]),
  }
}

const shown = ({ id, code, name, kind, status }: Profile) => ({ id, code, name, kind, status })

/** The company that somebody works at; customers and companies themselves. */
function accountOf(found: Found): Found | null {
  if (!('company' in found.record)) return found
  return found.record.company && foundCompany(found.record.company)
}

/** Whom a profile is about. Throws InputError where it is about others than were named. */
function heldAgainst(profile: Profile, found: Found, account: Found | null): Found {
  const own = 'company' in found.record ? 'person' : 'people' in found.record ? 'company' : 'customer'
  if (profile.entity === own) return found
  if (own === 'person' && profile.entity === 'company') {
    if (account !== null) return account
    throw new InputError(
      `Nobody knows where this person works, and the ICP “${profile.name}” is about companies`,
      {
        next: 'Import the person with a company_id, or ask about a company.',
      },
    )
  }
  throw new InputError(
    `“${profile.name}” is about ${ENTITY_WORDS[profile.entity].many}, not about ${ENTITY_WORDS[own].many}`,
    { next: `Name one of the ${ENTITY_WORDS[profile.entity].many}, or another profile.` },
  )
}

/** The best first, those that do not fit last; the older ones first where that is equal. */
const byScore = (all: readonly RankedProfile[]): readonly RankedProfile[] =>
  all.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1))

function isBehind(reader: Reader, entity: Entity, id: number, now: readonly (number | null)[]): boolean {
  const stored = reader.get(
    query.selectFrom('scores').selectAll().where('entity', '=', entity).where('record_id', '=', id),
  )
  const before = [stored?.icp, stored?.icp_score, stored?.persona, stored?.persona_score]
  return now.some((value, i) => value !== (before[i] ?? null))
}
