import { query, type Reader } from '#db/run.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import { audienceDefinition } from '../audiences/definition.ts'
import { sourcesIn } from '../audiences/steps.ts'
import { isAnswered } from '../conditions/answer/answer-named.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import { isProfiled } from '../conditions/profile/profile-named.ts'
import { namesIn } from '../criteria/context.ts'
import { conditionsBehind, type CriteriaOf } from '../criteria/expand.ts'
import { allLeavesOf } from '../criteria/nested.ts'
import { parseCriteria } from '../criteria/parse.ts'
import type { Criteria } from '../criteria/schema.ts'
import { indicatorDefinitionSchema } from '../indicators/schema.ts'
import { criteriaOfParameter } from '../profiles/fit.ts'
import { type ProfileParameters, parametersSchema } from '../profiles/parameter.ts'
import { routingDefinition } from '../routing/schema.ts'
import type { Named, Naming } from './named.ts'

/** The living segments, indicators, audiences and profiles whose own criteria name a thing. */
export function usersOf(reader: Reader, thing: Pick<Named, 'type' | 'id'>): readonly Naming[] {
  return definitionsIn(reader).flatMap(({ criteria, ...user }) =>
    allLeavesOf(criteria).some(({ condition }) => names(condition, thing)) ? [user] : [],
  )
}

/** What others are made of stays. Throws ConflictError naming them. */
export function refuseInUse(reader: Reader, thing: Named): void {
  const users = usersOf(reader, thing).map((user) => `“${user.name}”`)
  if (users.length === 0) return
  throw new ConflictError(`“${thing.name}” is used by ${joinWords(users, 'and')}`, {
    next: 'Update or delete what uses it first.',
  })
}

/** Nothing can be made of itself, not even through others or through the scores that it makes. Throws InputError. */
export function refuseCycle(reader: Reader, thing: Named, criteria: Criteria): void {
  const behind = conditionsBehind(criteria, definedAs(reader))
  if (behind.some((condition) => names(condition, thing))) {
    throw new InputError(`These criteria lead back to “${thing.name}” itself`, {
      next: 'Write out its criteria instead of referring to it, or clone it.',
    })
  }
  if (!behind.some(asksForScores)) return
  const scoring = definitionsIn(reader).find(
    ({ type, criteria: parameters }) =>
      type === 'profile' &&
      conditionsBehind(parameters, definedAs(reader)).some((condition) => names(condition, thing)),
  )
  if (scoring === undefined) return
  throw new InputError(
    `These criteria ask for scores, and “${scoring.name}” scores by “${thing.name}” itself`,
    { next: 'Ask for no score here, or take it out of that profile first.' },
  )
}

/** Scores are made of the parameters of profiles, so that these can’t ask for scores. Throws InputError. */
export function refuseScores(reader: Reader, parameters: ProfileParameters): void {
  for (const [at, parameter] of parameters.entries()) {
    const asked = criteriaOfParameter(parameter).some((criteria) =>
      conditionsBehind(criteria, definedAs(reader)).some(asksForScores),
    )
    if (!asked) continue
    throw new InputError(
      'This parameter asks for an ICP, a persona or a score, which are made of parameters',
      {
        next: 'Say what makes them the right ones instead: write the criteria out.',
        path: ['parameters', at],
      },
    )
  }
}

const asksForScores = (condition: Condition): boolean =>
  definitionOf(condition).sources(condition).includes('scores')

function names(condition: Condition, { type, id }: Pick<Named, 'type' | 'id'>): boolean {
  switch (type) {
    case 'segment':
      return condition.type === 'segment' && (condition.segment === id || condition.from === id)
    case 'indicator':
      return condition.type === 'indicator' && condition.indicator === id
    case 'question':
      return isAnswered(condition) && condition.question === id
    case 'profile':
      return isProfiled(condition) && condition.profile?.includes(id) === true
  }
}

/** What a name stands for, stored values or not; nothing where it is not there any more. */
function definedAs(reader: Reader): CriteriaOf {
  const { segment, indicator } = namesIn(reader)
  return (condition) => {
    try {
      const meaning =
        condition.type === 'segment'
          ? segment(condition.segment)
          : condition.type === 'indicator'
            ? indicator(condition.indicator)
            : undefined
      return meaning !== undefined && 'criteria' in meaning ? meaning.criteria : undefined
    } catch (error) {
      if (error instanceof NotFoundError) return undefined
      throw error
    }
  }
}

/** Everything living that is made of criteria. */
export function definitionsIn(reader: Reader): readonly (Naming & { readonly criteria: Criteria })[] {
  const segments = reader
    .all(
      query
        .selectFrom('segments')
        .select(['id', 'name', 'criteria'])
        .where('deleted_at', 'is', null)
        .orderBy('name_key'),
    )
    .flatMap(({ id, name, criteria }) =>
      criteria === null
        ? []
        : [{ type: 'segment' as const, id, name, criteria: parseCriteria(JSON.parse(criteria)) }],
    )
  const indicators = reader
    .all(
      query
        .selectFrom('indicators')
        .select(['id', 'name', 'definition'])
        .where('deleted_at', 'is', null)
        .orderBy('name_key'),
    )
    .flatMap(({ id, name, definition }) => {
      const parsed = indicatorDefinitionSchema.parse(JSON.parse(definition))
      return parsed.kind === 'status'
        ? [{ type: 'indicator' as const, id, name, criteria: parsed.criteria }]
        : []
    })
  const audiences = reader
    .all(
      query
        .selectFrom('audiences')
        .select(['id', 'name', 'definition'])
        .where('deleted_at', 'is', null)
        .orderBy('name_key'),
    )
    .map(({ id, name, definition }) => ({
      type: 'audience' as const,
      id,
      name,
      criteria: { any: sourcesIn(audienceDefinition.parse(JSON.parse(definition))) },
    }))
  const profiles = reader
    .all(
      query
        .selectFrom('profiles')
        .select(['id', 'name', 'parameters'])
        .where('deleted_at', 'is', null)
        .orderBy('number'),
    )
    .map(({ id, name, parameters }) => ({
      type: 'profile' as const,
      id,
      name,
      criteria: { any: parametersSchema.parse(JSON.parse(parameters)).flatMap(criteriaOfParameter) },
    }))
  const rules = reader
    .all(
      query
        .selectFrom('routing_rules')
        .select(['id', 'name', 'definition'])
        .where('deleted_at', 'is', null)
        .orderBy('name_key'),
    )
    .map(({ id, name, definition }) => ({
      type: 'routing rule' as const,
      id,
      name,
      criteria: routingDefinition.parse(JSON.parse(definition)).criteria,
    }))
  return [...segments, ...indicators, ...audiences, ...profiles, ...rules]
}
