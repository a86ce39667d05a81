import type { Step } from './heard.ts'
import { detailsOf, redraftedBy } from './results.ts'
import { sayExplained, sayPreview, sayProblem, sayProposal, saySegment, unfenced } from './say.ts'

export interface Call {
  readonly tool: string
  readonly input: Readonly<Record<string, unknown>>
}

/** What the offline model does next: it calls tools, or says something and is done. */
export type Move = { readonly calls: readonly Call[] } | { readonly say: string }

export const call = (tool: string, input: Call['input']): Move => ({ calls: [{ tool, input }] })
export const say = (text: string): Move => ({ say: text })

export const failed = (step: Step): boolean => 'error' in step.answer

/** Says what a tool gave. */
export function tell(step: Step): Move {
  if (failed(step)) return say(sayProblem(step.answer))
  const { proposal, preview, explained, segment, words, question } = detailsOf(step)
  if (question !== undefined) return say(question)
  if (proposal !== undefined) return say(sayProposal(proposal, redraftedBy(step) !== undefined))
  if (preview !== undefined) return say(sayPreview(preview))
  if (explained !== undefined) return say(sayExplained(explained))
  if (segment !== undefined) return say(saySegment(segment, words ?? null))
  return say(unfenced(step.answer.content))
}
