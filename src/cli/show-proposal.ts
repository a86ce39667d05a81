import type { Proposal } from '#domain/proposals/schema.ts'
import { countOfEntity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import { percentOf } from '#kernel/text.ts'

/** A proposal as a human reads it before deciding. */
export function showProposal(proposal: Proposal): string {
  const { preview } = proposal
  const lines = [proposal.summary, '']
  for (const { what, before, after } of proposal.difference ?? []) {
    lines.push(`  ${what}: ${before ?? '–'} → ${after ?? '–'}`)
  }
  if (preview !== null) {
    lines.push(`  ${ENTITY_WORDS[preview.entity].subject} ${preview.words}.`)
    const size = countOfEntity(preview.count, preview.entity)
    lines.push(`  ${size}, ${percentOf(preview.count, preview.total)} of all.`)
    for (const step of preview.funnel)
      lines.push(`    ${step.left.toLocaleString('en-US').padStart(10)}  ${step.words}`)
    const { reachable } = preview
    if (reachable !== null) {
      lines.push(`  Reachable: ${reachable.email} by e-mail, ${reachable.sms} by SMS.`)
    }
    for (const assumption of preview.assumptions) lines.push(`  Assumed: ${assumption}`)
    for (const { message } of preview.warnings) lines.push(`  Warning: ${message}`)
    lines.push(`  Counted as of ${preview.asOf}.`)
  }
  lines.push(`  State: ${proposal.state}. Open until ${proposal.expiresAt}.`, '')
  return lines.join('\n')
}
