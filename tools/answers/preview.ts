import type { Preview } from '#domain/previews/schema.ts'
import { countOfEntity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import { percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'

/** Criteria can hold many values; a model needs to read more of them than of other texts. */
const WORDS_LIMIT = 1500

/** What a model reads of a preview: the words and numbers that people see, without the members. */
export function previewContent(preview: Preview): string {
  const { warnings, overlaps, assumptions, receipt } = preview
  const unread = receipt.filter(({ as }) => as === 'not accounted for').map(({ text }) => text)
  return [
    `Preview ${preview.id}. Counting changed nothing.`,
    ...countLines(preview),
    ...warnings.map(({ message }) => `Warning: ${fence(message, 300)}`),
    ...overlaps
      .slice(0, 3)
      .map(({ name, members, shared }) => `Shares ${shared} with the segment ${fence(name)} (${members})`),
    ...assumptions.map((assumption) => `Assumed: ${fence(assumption, 300)}`),
    ...unread.map((text) => `Not accounted for in the human's message: ${fence(text)}`),
  ].join('\n')
}

/** The count, what was counted, and how the count comes about. */
export function countLines(preview: Preview): readonly string[] {
  const { entity, count, total, words, asOf, funnel, reachable } = preview
  return [
    `${countOfEntity(count, entity)} of ${total.toLocaleString('en-US')} (${percentOf(count, total)}), as of ${asOf}`,
    `${ENTITY_WORDS[entity].subject} ${fence(words, WORDS_LIMIT)}`,
    ...(funnel.length < 2
      ? []
      : funnel.map(
          (step) => `- ${fence(step.words, 300)}: ${step.alone} alone, ${step.left} after this step`,
        )),
    ...(reachable === null ? [] : [`Reachable: ${reachable.email} by e-mail, ${reachable.sms} by SMS`]),
  ]
}
