import type { UIMessageChunk } from 'ai'
import { z } from 'zod'
import { criteriaSchema } from '#domain/criteria/schema.ts'
import { previewSchema } from '#domain/previews/schema.ts'
import { proposalSchema } from '#domain/proposals/schema.ts'
import type { Cards, MessageMetadata, Question, Refusal, ToolAnswer } from './message.ts'

/** What a tool gave in this turn. */
export interface ToolOutcome {
  readonly tool: string
  readonly effect: 'read' | 'propose'
  readonly answer: ToolAnswer
}

type CardName = Exclude<keyof Cards, 'problem'>
export type Card = { [K in CardName]: { readonly kind: K; readonly data: Cards[K] } }[CardName]

const questionSchema: z.ZodType<Question> = z.object({
  question: z.string(),
  options: z.array(
    z.object({
      label: z.string(),
      text: z.string(),
      criteria: criteriaSchema.exactOptional(),
      words: z.string().exactOptional(),
      count: z.int().exactOptional(),
    }),
  ),
})
const refusalSchema: z.ZodType<Refusal> = z.object({ reason: z.string(), missing: z.array(z.string()) })

/** The card that a tool's details ask for, told by what they hold. */
export function cardOf({ answer }: ToolOutcome): Card | undefined {
  if ('error' in answer) return undefined
  const held = z.looseObject({}).safeParse(answer.details).data ?? {}
  const proposal = proposalSchema.safeParse(held['proposal'])
  if (proposal.success) return { kind: 'proposal', data: proposal.data }
  const preview = previewSchema.safeParse(held['preview'])
  if (preview.success) return { kind: 'preview', data: preview.data }
  const question = questionSchema.safeParse(held)
  if (question.success) return { kind: 'question', data: question.data }
  const refusal = refusalSchema.safeParse(held)
  if (refusal.success) return { kind: 'refusal', data: refusal.data }
  return undefined
}

/**
 * Cards that are worth showing together: previews that were counted only to ask a question, to refuse or to
 * propose are told by the card that they led to.
 */
export function cardsToShow(outcomes: readonly ToolOutcome[]): readonly Card[] {
  const cards = outcomes.flatMap((outcome) => cardOf(outcome) ?? [])
  const led = cards.some(({ kind }) => kind !== 'preview')
  return led ? cards.filter(({ kind }) => kind !== 'preview') : cards
}

export type MusterChunk = UIMessageChunk<MessageMetadata, Cards>

export function cardChunk(card: Card): MusterChunk {
  switch (card.kind) {
    case 'preview':
      return { type: 'data-preview', id: card.data.id, data: card.data }
    case 'proposal':
      return { type: 'data-proposal', id: card.data.id, data: card.data }
    case 'question':
      return { type: 'data-question', data: card.data }
    case 'refusal':
      return { type: 'data-refusal', data: card.data }
  }
}
