import { CHANNEL_NAMES } from '#domain/audiences/channels.ts'
import type { Command } from '#domain/language/interpretation.ts'
import type { Criteria } from '#domain/criteria/schema.ts'
import type { Step } from './heard.ts'
import { type Call, call, failed, type Move, tell } from './move.ts'
import { previewIn } from './results.ts'
import { nameFromWords } from './segment-name.ts'

type CreateAudience = Command & { readonly do: 'create_audience' }

/** Counts whom an audience takes and leaves out, each by itself, then drafts it of exactly those. */
export function audienceMove(command: CreateAudience, steps: readonly Step[]): Move {
  const { channel, criteria, words, less, holdout, cap, committee, assumptions, name } = command
  const parts = [criteria, ...less]
  const counted = parts.filter((part) => segmentOf(part) === undefined)
  if (steps.length < counted.length) {
    const lost = steps.find(failed)
    if (lost !== undefined) return tell(lost)
    return { calls: counted.slice(steps.length).map(counting) }
  }
  const drafted = steps[counted.length]
  if (drafted !== undefined) return tell(drafted)
  const lost = steps.find((step) => previewIn(step) === undefined)
  if (lost !== undefined) return tell(lost)
  const previews = new Map(counted.map((part, at) => [part, steps[at] && previewIn(steps[at])] as const))
  const idOf = (part: Criteria): string => segmentOf(part) ?? previews.get(part)?.id ?? ''
  return call('create_audience', {
    name: name ?? `${nameFromWords(words.replace(SEGMENT, ''))} (${CHANNEL_NAMES[channel]})`,
    from: [idOf(criteria)],
    ...(less.length === 0 ? {} : { less: less.map(idOf) }),
    channel,
    ...(holdout === undefined ? {} : { holdout }),
    ...(committee === undefined ? {} : { per_company: committee }),
    ...(cap === undefined ? {} : { cap: cap.customers, cap_order: cap.order }),
    ...(assumptions.length === 0 ? {} : { assumptions }),
  })
}

/** Of a segment alone its own name is left. */
const SEGMENT = /^are (?:in the (?:RFM )?segment|on the list) (?=\S+(?: \S+){0,3}$)/u

const counting = (criteria: Criteria): Call => ({
  tool: 'validate_criteria',
  input: { criteria, assumptions: [] },
})

/** A segment by itself is named, so that the audience says its name and follows it. */
const segmentOf = (part: Criteria): string | undefined =>
  'type' in part && part.type === 'segment' && part.was === undefined ? part.segment : undefined
