import type { Criteria } from '#domain/criteria/schema.ts'
import type { Command } from '#domain/language/interpretation.ts'
import { criteriaOfParameter, fitOf } from '#domain/profiles/fit.ts'
import type { Step } from './heard.ts'
import { type Call, call, failed, type Move, say, tell } from './move.ts'
import { previewIn } from './results.ts'

type BuildProfile = Command & { readonly do: 'build_profile' }

interface Counted {
  readonly criteria: Criteria
  readonly parameter: { readonly mode: 'filter' } | { readonly mode: 'score'; readonly weight: number }
}

/** Counts whom a profile fits and each thing that is preferred, then drafts it of exactly those. */
export function profileMove(
  { name, icp, parameters, assumptions }: BuildProfile,
  steps: readonly Step[],
): Move {
  const fit = fitOf(parameters)
  const counted: readonly Counted[] = [
    ...(fit === null ? [] : [{ criteria: fit, parameter: { mode: 'filter' as const } }]),
    ...parameters.flatMap((parameter) =>
      parameter.mode === 'score'
        ? [{ criteria: parameter.criteria, parameter: { mode: parameter.mode, weight: parameter.weight } }]
        : [],
    ),
  ]
  const lost = steps.find(failed)
  if (lost !== undefined) return tell(lost)
  if (steps.length < counted.length) return { calls: counted.slice(steps.length).map(counting) }
  const drafted = steps[counted.length]
  if (drafted !== undefined) return tell(drafted)
  const previews = counted.map((_, at) => steps[at] && previewIn(steps[at]))
  return call(icp === undefined ? 'build_icp' : 'build_persona', {
    name,
    ...(icp === undefined || icp === null ? {} : { icp_id: icp }),
    parameters: counted.map(({ parameter }, at) => ({ preview_id: previews[at]?.id ?? '', ...parameter })),
    ...(assumptions.length === 0 ? {} : { assumptions: assumptions.slice(0, MOST_ASSUMPTIONS) }),
  })
}

type ReviseProfile = Command & { readonly do: 'revise_profile' }

/** Counts each parameter and each of its grades, then drafts the profile with exactly those. */
export function revisedMove(
  { profile, parameters, assumptions }: ReviseProfile,
  steps: readonly Step[],
): Move {
  const counted = parameters.flatMap(criteriaOfParameter)
  const lost = steps.find(failed)
  if (lost !== undefined) return tell(lost)
  if (steps.length < counted.length)
    return { calls: counted.slice(steps.length).map((criteria) => counting({ criteria })) }
  const drafted = steps[counted.length]
  if (drafted !== undefined) return tell(drafted)
  const ids = steps.map((step) => previewIn(step)?.id ?? '')
  let at = 0
  const next = () => ids[at++] ?? ''
  return call('update_profile', {
    profile_id: profile,
    parameters: parameters.map((one) => ({
      preview_id: next(),
      mode: one.mode,
      ...(one.mode === 'score' ? { weight: one.weight } : {}),
      ...(one.mode === 'score' && one.grades !== undefined
        ? { grades: one.grades.map(({ credit }) => ({ preview_id: next(), credit })) }
        : {}),
    })),
    ...(assumptions.length === 0 ? {} : { assumptions: assumptions.slice(0, MOST_ASSUMPTIONS) }),
  })
}

type SetStatus = Command & { readonly do: 'set_profile_status' }

/** One proposal for each: a human decides about each of them by itself. */
export function statusMove({ profiles, status }: SetStatus, steps: readonly Step[]): Move {
  const [only, another] = steps
  if (
    only !== undefined &&
    (another === undefined || profiles.length === 1) &&
    profiles.length === steps.length
  )
    return tell(only)
  if (steps.length < profiles.length)
    return {
      calls: profiles
        .slice(steps.length)
        .map((profile_id) => ({ tool: 'update_profile', input: { profile_id, status } })),
    }
  return say(
    [
      `${profiles.length} proposals, one for each: confirm them one by one.`,
      ...steps.map((step) => {
        const told = tell(step)
        return 'say' in told ? told.say : ''
      }),
    ].join('\n\n'),
  )
}

const MOST_ASSUMPTIONS = 20

const counting = ({ criteria }: Pick<Counted, 'criteria'>): Call => ({
  tool: 'validate_criteria',
  input: { criteria, assumptions: [] },
})
