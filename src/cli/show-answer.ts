import { countOfEntity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import { percentOf } from '#kernel/text.ts'
import type { Answer } from './ask-once.ts'
import { showReceipt } from './show-receipt.ts'

/** An answer as people read it in a terminal. */
export function showAnswer(answer: Answer): string {
  const lines = [answer.text.trim()]
  if (answer.words !== null && answer.count !== null && answer.total !== null) {
    lines.push(
      '',
      `${ENTITY_WORDS[answer.entity].subject} ${answer.words}`,
      `${countOfEntity(answer.count, answer.entity)}, ${percentOf(answer.count, answer.total)} of ${answer.total.toLocaleString('en-US')}, as of ${answer.asOf}`,
    )
  }
  if (answer.changedFrom !== undefined && answer.count !== null) {
    const { count, removed, added } = answer.changedFrom
    lines.push(`Changed: ${count.toLocaleString('en-US')} → ${answer.count.toLocaleString('en-US')}`)
    lines.push(...removed.map((words) => `  − ${words}`), ...added.map((words) => `  + ${words}`))
  }
  lines.push(...showReceipt(answer.receipt))
  for (const words of answer.unasked ?? []) lines.push(`Not in your words: ${words}`)
  const steps = answer.kind === 'preview' ? answer.alternatives.slice(0, 3) : []
  if (steps.length > 0) lines.push('One step away:')
  for (const { instead, count, delta } of steps)
    lines.push(`  ${instead}: ${count.toLocaleString('en-US')} (${delta > 0 ? '+' : '−'}${Math.abs(delta)})`)
  // What stands at the words that it rests on, or in the text, is not said twice.
  const said = new Set(answer.receipt.flatMap(({ as, meaning }) => (as === 'assumption' ? [meaning] : [])))
  for (const assumption of answer.assumptions)
    if (!said.has(assumption) && !answer.text.includes(assumption)) lines.push(`Assumed: ${assumption}`)
  for (const { label, count, entity = 'customer' } of answer.options ?? []) {
    lines.push(count === undefined ? `  - ${label}` : `  - ${label} (${countOfEntity(count, entity)})`)
  }
  for (const { id, summary } of answer.proposals) {
    lines.push('', `Waiting for a human: ${summary}`, `  muster confirm ${id}`)
  }
  if (answer.members !== undefined) lines.push('', ...answer.members)
  return lines.join('\n')
}
