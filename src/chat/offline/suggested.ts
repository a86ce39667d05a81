import { z } from 'zod'
import type { Command } from '#domain/language/interpretation.ts'
import { APPLIED } from '#tools/answers/suggestions.ts'
import { lastStep } from './at-hand.ts'
import type { HeardTurn, Step } from './heard.ts'
import { call, failed, type Move, say, tell } from './move.ts'
import { unfenced } from './say.ts'

type Learning = Command & { readonly do: 'suggest_profile' | 'discover_icps' | 'apply_suggestion' }

/** Looks what outcomes say and tells it, or drafts one of what was told last. */
export function suggestedMove(command: Learning, steps: readonly Step[], before: readonly HeardTurn[]): Move {
  const [done] = steps
  if (command.do === 'apply_suggestion')
    return done === undefined ? applying(command.nth, before) : tell(done)
  if (done !== undefined) return failed(done) ? tell(done) : say(told(done))
  if (command.do === 'suggest_profile') return call('suggest_profile', { profile_id: command.profile })
  const { entity, outcome } = command
  return call('discover_icps', { entity, ...(outcome !== undefined && { outcome }) })
}

/** What a tool found, without what only tools take; and how to go on. */
function told({ answer, tool }: Step): string {
  const lines = answer.content.split('\n')
  const shown = lines.filter((line) => !line.startsWith(APPLIED))
  const next =
    tool === 'suggest_profile'
      ? 'Say “apply suggestion 1” to have one drafted, or open the Suggestions tab of its page.'
      : 'Say “draft suggestion 1” to have one drafted, or open Discover on the Qualification page.'
  return unfenced([...shown, ...(shown.length < lines.length ? ['', next] : [])].join('\n'))
}

const suggestedSchema = z.object({
  suggestions: z.array(z.object({ parameters: z.array(z.unknown()) })).optional(),
  profiles: z
    .array(z.object({ name: z.string(), goal: z.string(), parameters: z.array(z.unknown()) }))
    .optional(),
})
const inputSchema = z.object({ profile_id: z.string() })

function applying(nth: number, before: readonly HeardTurn[]): Move {
  const last = lastStep(before, (step) =>
    (step.tool === 'suggest_profile' || step.tool === 'discover_icps') && !failed(step) ? step : undefined,
  )
  if (last === undefined || 'error' in last.answer)
    return ask('Nothing was suggested in this conversation yet. For which ICP or persona should I look?')
  const { suggestions = [], profiles = [] } = suggestedSchema.safeParse(last.answer.details).data ?? {}
  const profile = profiles[nth - 1]
  if (profile !== undefined) return call('build_icp', profile)
  const input = inputSchema.safeParse(last.input).data
  const suggestion = suggestions[nth - 1]
  if (suggestion !== undefined && input !== undefined)
    return call('update_profile', { ...input, parameters: suggestion.parameters })
  return ask(
    `There is no suggestion ${nth}: there are ${suggestions.length + profiles.length}. Which one should I draft?`,
  )
}

const ask = (question: string): Move => call('suggest_readings', { question, options: [] })
