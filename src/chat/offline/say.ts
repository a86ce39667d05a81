import type { Preview } from '#domain/previews/schema.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import { countOf, percentOf } from '#kernel/text.ts'
import type { ToolAnswer } from '../message.ts'

/** What people read of a preview. The words come from the criteria, as they do on the card. */
export function sayPreview({ count, total, words, assumptions, warnings }: Preview): string {
  const share =
    count === 0 || total === 0 ? '' : ` (${percentOf(count, total)} of ${total.toLocaleString('en-US')})`
  return paragraphs([
    `**${countOf(count, 'customer')}**${share} who ${words}.`,
    listed('Assumed', assumptions),
    listed(
      'Note',
      warnings.map(({ message }) => message),
    ),
  ])
}

/** A proposal has changed nothing, and people are told so each time. */
export const sayProposal = ({ summary, preview, state }: Proposal): string =>
  paragraphs([
    `${ended(summary)}`,
    preview === null ? '' : `Customers who ${preview.words}.`,
    preview === null ? '' : listed('Assumed', preview.assumptions),
    state === 'draft'
      ? 'Nothing has been changed: confirm it on its card, or leave it.'
      : `This proposal is ${state}.`,
  ])

/** A failed call, with its way out. */
export function sayProblem(answer: ToolAnswer): string {
  if (!('error' in answer)) return unfenced(answer.content)
  const { message, choices, next } = answer.error
  return paragraphs([
    ended(unfenced(message)),
    choices.length > 0 ? `Did you mean ${choices.map(unfenced).join(', ')}?` : '',
    unfenced(next),
  ])
}

/**
 * A tool's own words without the fences that models need. What stood between them came from data, so nothing
 * in it may act as Markdown.
 */
export const unfenced = (content: string): string =>
  content.replace(/⟦(.*?)⟧/gu, (_fenced, value: string) => value.replace(/[[\]<>`*]/g, '\\$&'))

export const SAY = {
  greeting:
    'Hello! Tell me whom you look for, for example “customers in Canada who ordered more than 3 times”. I count them and say back exactly what I understood; nothing is changed until you confirm it.',
  help: [
    'You can',
    '- describe people: “women in France who spent over 200 this year”, “bought coffee but not in the last 90 days”, “Champions we can e-mail”',
    '- refine: “now only Paris”, “make it 60 days”, “drop the Canada part”',
    '- save: “save it as Paris regulars”',
    '- ask what there is: “which segments are there?”, “what’s in Champions?”, “why is customer 42 in it?”, “which fields do we have?”',
    '- change: “rename Champions EU to VIP EU”, “clone it for Spain”, “delete it”, “undo that”',
    '',
    'Whatever changes something becomes a proposal first, and you confirm it on its card.',
  ].join('\n'),
  thanks: 'You’re welcome.',
  confirm:
    'Only you can confirm, and not by writing to me: press “Confirm” on the proposal’s card, or run `muster confirm <id>`.',
  cancel: 'Fine. Nothing was changed; a proposal that nobody confirms expires by itself.',
  nothingToSave: 'There is nothing counted yet that could be saved. Tell me whom you look for first.',
  nothingToExplain:
    'No criteria have been counted in this conversation yet. Tell me whom you look for first.',
} as const

const listed = (what: string, items: readonly string[]): string =>
  items.length === 0 ? '' : items.map((item) => `${what}: ${ended(item)}`).join('\n')

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)
