import { z } from 'zod'
import type { Conversation } from '../../run/turn.ts'
import { problemScore } from '../../scorers/problem.ts'
import { fair, missed, right, type Score, wrong } from '../../scorers/verdict.ts'
import { defineSuite } from '../define.ts'
import { scoreKind } from '../kind.ts'
import { isProposing } from '../proposing.ts'
import { saysAll } from '../texts.ts'
import { alongPath, type KnownUse, stepName } from './match-calls.ts'
import { type TrajectoryCase, trajectoryCaseSchema } from './trajectory-case.ts'

export const trajectories = defineSuite({
  name: 'trajectories',
  tells:
    'the right tools are called, in order, with the right kind of input, and no more; errors are recovered from',
  company: 'lived_in',
  schema: trajectoryCaseSchema,
  folder: 'trajectories',
  text: ({ text }) => text,
  async run({ text, context = [], faults = [], expected }, { converse, segmentId }) {
    const turns = await converse({ texts: [...context, text], faults })
    return { score: scoreTrajectory(expected, turns, segmentId), turns }
  },
})

/** The last turn of the conversation against the paths of the case. */
export function scoreTrajectory(
  expected: TrajectoryCase['expected'],
  turns: Conversation,
  segmentId: (name: string) => string | undefined,
): Score {
  const last = turns.at(-1)
  if (last === undefined) return missed('nothing was said')
  const problem = problemScore(last.outcome)
  if (problem?.verdict === 'failed') return problem
  const all = knownUses(turns, segmentId)
  const uses = all.slice(all.length - last.uses.length)
  const { calls, or = [], may = [], never = [], kind, says = [] } = expected
  const ways = [calls, ...or].map((path) => alongPath(uses, path))
  const [best = { lacking: [], beside: [] }] = ways.toSorted(
    (a, b) => a.lacking.length - b.lacking.length || a.beside.length - b.beside.length,
  )
  const forbidden = last.uses.find(({ tool }) => never.includes(tool))
  if (forbidden !== undefined) return wrong(`called ${forbidden.tool}, which must not be`)
  const drafted = best.beside.find(({ tool, error }) => isProposing(tool) && error === undefined)
  if (drafted !== undefined)
    return wrong(`drafted what nobody asked for: ${drafted.tool} ${short(drafted.input)}`)
  if (problem !== undefined) return problem
  const misled = kind && scoreKind(kind, last.outcome)
  if (misled !== undefined) return misled
  if (best.lacking.length > 0) {
    const made = last.uses.map(({ tool, input }) => `${tool} ${short(input)}`).join(', ') || 'none'
    return missed(`no ${best.lacking.map(stepName).join(', ')} as expected; calls: ${made}`)
  }
  const unsaid = saysAll(last.outcome.text, says)
  if (unsaid !== undefined) return missed(unsaid)
  const needless = best.beside.filter(({ tool }) => !may.includes(tool))
  if (needless.length === 0) return right()
  return fair(
    `needless: ${needless.map(({ tool, error }) => `${tool}${error ? ` (failed: ${error})` : ''}`).join(', ')}`,
  )
}

const counted = z.object({ preview: z.object({ id: z.string() }) })

/** Every call of a conversation, with the preview that was the last one then. */
function knownUses(
  turns: Conversation,
  segmentId: (name: string) => string | undefined,
): readonly KnownUse[] {
  let preview: string | undefined
  return turns
    .flatMap(({ uses }) => uses)
    .map((use) => {
      const known = { preview, segmentId }
      preview = counted.safeParse(use.details).data?.preview.id ?? preview
      return { use, known }
    })
}

const short = (input: unknown): string => {
  const text = JSON.stringify(input) ?? 'no JSON'
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
