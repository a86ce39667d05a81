import type { UIMessageChunk } from 'ai'
import { z } from 'zod'
import { criteriaSchema } from '#domain/criteria/schema.ts'
import { ENTITIES } from '#domain/entities/entity.ts'
import { whySchema } from '#domain/explanations/shown.ts'
import { comparisonSchema } from '#domain/insights/shown-comparison.ts'
import { figuresSchema } from '#domain/insights/schema.ts'
import type { Preview } from '#domain/previews/schema.ts'
import { type Proposal, proposalSchema } from '#domain/proposals/schema.ts'
import type { Cards, MessageMetadata, Question, Refusal, ToolAnswer } from './message.ts'

/** What one call of a tool came to. */
export interface ToolOutcome {
  readonly tool: string
  readonly answer: ToolAnswer
  /** Criteria that were counted by it. */
  readonly previews: readonly Preview[]
  /** Changes that were drafted by it. */
  readonly proposals: readonly Proposal[]
}

type CardName = Exclude<keyof Cards, 'problem'>
/** A browser is told no criteria by type; here they are known. */
type Known = Omit<Cards, 'preview' | 'proposal'> & { preview: Preview; proposal: Proposal }
export type Card = { [K in CardName]: { readonly kind: K; readonly data: Known[K] } }[CardName]

const questionSchema: z.ZodType<Question> = z.object({
  question: z.string(),
  options: z.array(
    z.object({
      label: z.string(),
      text: z.string(),
      criteria: criteriaSchema.exactOptional(),
      words: z.string().exactOptional(),
      count: z.int().exactOptional(),
      entity: z.enum(ENTITIES).exactOptional(),
    }),
  ),
})
const refusalSchema: z.ZodType<Refusal> = z.object({ reason: z.string(), missing: z.array(z.string()) })
const figuresDetails = z.object({ figures: figuresSchema })
const comparisonDetails = z.object({ comparison: comparisonSchema })
const shownSchema = z.object({ proposal: proposalSchema })

/** What is worth a card of its own in what a tool gave. */
export function cardsOf({ answer, previews, proposals }: ToolOutcome): readonly Card[] {
  if ('error' in answer) return []
  if (proposals.length > 0) return proposals.map((data) => ({ kind: 'proposal', data }))
  if (previews.length > 0) return previews.map((data) => ({ kind: 'preview', data }))
  const shown = shownSchema.safeParse(answer.details)
  if (shown.success) return [{ kind: 'proposal', data: shown.data.proposal }]
  const figures = figuresDetails.safeParse(answer.details)
  if (figures.success) return [{ kind: 'figures', data: figures.data.figures }]
  const comparison = comparisonDetails.safeParse(answer.details)
  if (comparison.success) return [{ kind: 'comparison', data: comparison.data.comparison }]
  const why = whySchema.safeParse(answer.details)
  if (why.success) return [{ kind: 'why', data: why.data }]
  const question = questionSchema.safeParse(answer.details)
  if (question.success) return [{ kind: 'question', data: question.data }]
  const refusal = refusalSchema.safeParse(answer.details)
  return refusal.success ? [{ kind: 'refusal', data: refusal.data }] : []
}

/**
 * Cards that are worth showing together: previews that were counted only to ask a question, to refuse or to
 * propose are told by the card that they led to.
 */
export function cardsToShow(outcomes: readonly ToolOutcome[]): readonly Card[] {
  const cards = outcomes.flatMap(cardsOf)
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
    case 'figures':
      return { type: 'data-figures', data: card.data }
    case 'comparison':
      return { type: 'data-comparison', data: card.data }
    case 'why':
      return { type: 'data-why', data: card.data }
    case 'refusal':
      return { type: 'data-refusal', data: card.data }
  }
}
