import { Hono } from 'hono'
import { z } from 'zod'
import { codeFor } from '#domain/profiles/code.ts'
import { goals } from '#domain/profiles/living/goals/index.ts'
import type { FoundGroups } from '#domain/profiles/living/living.ts'
import { parametersOfGroup } from '#domain/profiles/living/persona-of.ts'
import type { Profiles } from '#domain/profiles/read.ts'
import { groupGoalsAnswer, groupsLineAnswer } from '../answers/profiles.ts'
import type { GroupGoals, GroupsLine, GroupsView } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'
import { LINES, progressLines } from '../progress-lines.ts'

const askedSchema = z.object({ goal: z.string().min(1), icp: z.string().min(1).exactOptional() })

/** Groups in what customers do, line by line as they are looked for. Whoever leaves ends the search. */
export const groupRoutes = ({ services, report }: Pick<HttpDeps, 'services' | 'report'>) =>
  new Hono<SignedInEnv>()
    .get(
      '/goals',
      about({ does: 'What groups can be looked for with', answer: { GroupGoals: groupGoalsAnswer } }),
      (c) =>
        c.json({
          goals: goals.map(({ id, name, measure }) => ({ id, name, measure })),
        } satisfies GroupGoals),
    )
    .get(
      '/',
      about({
        does: 'Look for groups in what customers do',
        query: askedSchema,
        media: [
          LINES,
          'A line for each step, `{done}` from 0 to 1; the last is `{found}` or `{error}`',
          { GroupsLine: groupsLineAnswer },
        ],
      }),
      (c) => {
        const asked = readQuery(c, askedSchema, 'Groups are looked for with a goal')
        return progressLines(
          c,
          report,
          async (watched) =>
            ({
              found: viewOf(await services.living.find(asked, watched), services.profiles),
            }) satisfies GroupsLine,
        )
      },
    )

function viewOf({ shown, offered }: FoundGroups, profiles: Profiles): GroupsView {
  const taken = new Set(shown.icp === null ? [] : profiles.personasOf(shown.icp.id).map(({ code }) => code))
  const groups = offered.map(({ shown: group, criteria }) => {
    const code = codeFor(group.name, taken)
    taken.add(code)
    return { ...group, code, parameters: parametersOfGroup(criteria) }
  })
  return { ...shown, groups }
}
