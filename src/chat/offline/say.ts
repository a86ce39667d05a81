import { rfmRulesOf } from '#domain/rfm/told-rules.ts'
import { countOfEntity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import type { Preview } from '#domain/previews/schema.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import { countOf, percentOf } from '#kernel/text.ts'
import type { Segment } from '#domain/segments/schema.ts'
import type { ToolAnswer } from '../message.ts'
import type { Explained } from './results.ts'

type Counted = Pick<Preview, 'entity' | 'count' | 'total' | 'words' | 'assumptions' | 'warnings'>

/** What people read of a preview. The words come from the criteria, as they do on the card. */
export function sayPreview({ entity, count, total, words, assumptions, warnings }: Counted): string {
  const share =
    count === 0 || total === 0 ? '' : ` (${percentOf(count, total)} of ${total.toLocaleString('en-US')})`
  return paragraphs([
    `**${countOfEntity(count, entity)}**${share} ${ENTITY_WORDS[entity].relative} ${words}.`,
    listed('Assumed', assumptions),
    listed(
      'Note',
      warnings.map(({ message }) => message),
    ),
  ])
}

/** Of a list nobody can say more than who is on it. */
const isList = ({ criteria, words }: Explained): boolean =>
  'type' in criteria && criteria.type === 'segment' && words.startsWith('are on the list ')

/** How a count comes about. */
export const sayExplained = (explained: Explained): string =>
  paragraphs([
    sayPreview(explained),
    rfmRulesOf(explained.criteria).join('\n'),
    isList(explained) ? 'It is a list: its members come from elsewhere, and no rule of it is known.' : '',
    explained.funnel.length < 2
      ? ''
      : explained.funnel
          .map(({ words, alone, left }, at) => {
            const after = at === 0 ? '' : `, ${left.toLocaleString('en-US')} with all before it`
            return `${at + 1}. ${words}: ${countOfEntity(alone, explained.entity)}${after}`
          })
          .join('\n'),
  ])

export const saySegment = (
  { name, kind, description, members, refreshedAt, objective, campaignType }: Segment,
  words: string | null,
): string =>
  paragraphs([
    members === null
      ? `**${unmarked(name)}** has not been counted yet.`
      : `**${unmarked(name)}**: ${countOf(members, 'customer')} as of ${refreshedAt}.`,
    words === null
      ? 'It is a list: its members come from elsewhere, and change when they are imported again.'
      : `Customers who ${words}. Whoever meets that comes in by themselves, and whoever doesn’t any more goes: it is worked out anew whenever it is shown, built on or exported.`,
    unmarked(description),
    objective === null ? '' : `Objective: ${objective}. Campaign type: ${campaignType}.`,
    kind === 'default'
      ? 'It is one of the segments that come with Muster, so it can be cloned but not changed.'
      : '',
  ])

/** A proposal has changed nothing, and people are told so each time. */
export const sayProposal = ({ summary, preview, state, difference }: Proposal, before = false): string =>
  paragraphs([
    `${ended(summary)}`,
    preview === null ? '' : `${ENTITY_WORDS[preview.entity].subject} ${preview.words}.`,
    difference
      .filter(({ what }) => PROFILED.has(what))
      .map(lineOf)
      .join('\n'),
    before ? 'It stands in the place of the draft before: confirm only one of them.' : '',
    listed('Assumed', assumedIn({ preview, difference })),
    state === 'draft'
      ? 'Nothing has been changed: confirm it on its card, or leave it.'
      : `This proposal is ${state}.`,
  ])

/** Where nobody is counted, the difference says how the request was read. */
const assumedIn = ({ preview, difference }: Pick<Proposal, 'preview' | 'difference'>): readonly string[] => [
  ...(preview?.assumptions ?? []),
  ...difference.flatMap(({ what, after }) => (what === 'assumption' && after !== null ? [after] : [])),
]

/** What counts in a profile, and how, is more than whom it fits. */
const PROFILED = new Set(['parameter', 'persona'])

function lineOf({ what, before, after }: Proposal['difference'][number]): string {
  if (what === 'persona') return `Persona ${after ?? before ?? ''}:`
  if (before === null) return `- ${after ?? ''}`
  return after === null ? `- no longer ${before}` : `- ${after} (before: ${before})`
}

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
  content.replace(/⟦(.*?)⟧/gsu, (_fenced, value: string) => unmarked(value))

/** Text from data, in which nothing is Markdown. */
export const unmarked = (value: string): string => value.replace(/[[\]<>`*]/g, '\\$&')

export const SAY = {
  greeting:
    'Hello! Tell me whom you look for, for example “customers in Canada who ordered more than 3 times”. I count them and say back exactly what I understood; nothing is changed until you confirm it.',
  help: [
    'You can',
    '- describe people: “women in France who spent over 200 this year”, “bought coffee but not in the last 90 days”, “Champions we can e-mail”',
    '- refine: “now only Paris”, “make it 60 days”, “drop the Canada part”',
    '- save: “save it as Paris regulars”',
    '- act: “make an e-mail audience from Champions without VIP, hold out 10 %, at most 5,000”',
    '- ask what there is: “which segments are there?”, “what’s in Champions?”, “why is customer 42 in it?”, “which fields do we have?”',
    '- change: “rename Champions EU to VIP EU”, “clone it for Spain”, “delete it”, “undo that”',
    '',
    'Whatever changes something becomes a proposal first, and you confirm it on its card.',
  ].join('\n'),
  wording:
    'Say it as you would to a colleague: “in France or spent over 200” where one of them is enough, “in France and spent over 200” where both must hold, “but not tagged staff” for whom to leave out. Where it could be read in two ways, brackets decide: “(in France or Spain) and spent over 200”. The answer says in plain words how it was read.',
  thanks: 'You’re welcome.',
  rfm: 'RFM looks at three things about everybody with at least one counted order: recency is when the last order was, frequency is the number of orders, and monetary is the money spent before refunds, both of all time. Each gets a score from 1 (best) to 5 (lowest): 5 × the share of customers who are at least as good, rounded up, so that equal values get equal scores. The three scores place a customer in one of the twelve RFM segments: “what is Champions?” says the rule of each.',
  live: 'A segment, an ICP or a persona is a rule: whoever meets it is in it, and it is worked out from the data of the moment whenever it is shown, built on or exported, RFM scores and segments too. New ones come in by themselves, and nothing has to be recalculated or kept live by hand. An imported list changes when it is imported again. What waits as a proposal is saved once you confirm it. To count one segment anew and keep who came and who went, say “refresh VIP”.',
  spend:
    'Spend is the total of orders before refunds: refunded orders count in full, and cancelled orders never count. It is not net of refunds: say “net spend over 250” for what is left after refunds.',
  confirm:
    'Only you can confirm, and not by writing to me: press “Confirm” on the proposal’s card, or run `muster confirm <id>`.',
  cancel: 'Fine, it is set aside. Nothing was changed; a proposal that nobody confirms expires by itself.',
  stillWaits:
    'Nothing was changed yet, so there is nothing to undo: the proposal still waits. Press “Reject” on its card, or leave it to expire.',
  neverMade: 'The last proposal was never made, so there is nothing to undo.',
  nothingToUndo:
    'Nobody has confirmed a change yet, so there is nothing to undo. What did you mean to take back?',
  nothingChangedHere: (summary: string) =>
    `Nothing was drafted or changed in this conversation. The newest change that a human confirmed is: ${unmarked(summary)}. Shall I draft taking that back?`,
  nothingDeleted: (name?: string) =>
    name === undefined
      ? 'Nobody has confirmed a deletion, so there is none to take back. What should come back?'
      : `No deleted segment called “${name}” is known, so nothing was brought back. Which one do you mean?`,
  nothingToConfirm:
    'No proposal of this conversation waits to be confirmed. What should happen: save a segment, or change one?',
  onlyCounted:
    'Nothing waits and nothing was saved: these people were only counted. Go on with them, or say whom else you look for.',
  nothingToCancel:
    'Nothing was changed: no proposal of this conversation waits for a decision. What would you like to do?',
  startOver: 'Starting over. Whom are you looking for?',
  nothingBefore: 'Nothing stood before this in our conversation. Whom are you looking for?',
  whichFirst: 'More than one audience was begun in this conversation. Back to which?',
  nothingToSave: 'There is nothing counted yet that could be saved. Tell me whom you look for first.',
  nothingToExplain:
    'No criteria have been counted in this conversation yet. Tell me whom you look for first.',
} as const

const listed = (what: string, items: readonly string[]): string =>
  items.length === 0 ? '' : items.map((item) => `${what}: ${ended(item)}`).join('\n')

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)
