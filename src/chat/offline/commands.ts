import type { Command } from '#domain/language/interpretation.ts'
import { previewAtHand } from './at-hand.ts'
import type { HeardTurn, Step } from './heard.ts'
import { call, type Move, say, tell } from './move.ts'
import { previewIn } from './results.ts'
import { SAY } from './say.ts'
import { nameFromWords } from './segment-name.ts'
import { undoMove } from './undo.ts'

/** Requests about things that exist. Criteria in them are counted first, since other tools take previews only. */
export function commandMove(command: Command, steps: readonly Step[], before: readonly HeardTurn[]): Move {
  if (command.do === 'undo') return undoMove(command.segment, steps, before)
  const criteria = 'criteria' in command ? command.criteria : undefined
  const [first, second] = steps
  if (criteria === undefined) return first === undefined ? begin(command, before) : tell(first)
  if (first === undefined) return call('validate_criteria', { criteria, assumptions: [] })
  const preview = previewIn(first)
  if (preview === undefined) return tell(first)
  return second === undefined ? begin(command, before, preview.id) : tell(second)
}

/** The call that a command stands for. `counted` is the preview of the command's own criteria. */
function begin(
  command: Exclude<Command, { readonly do: 'undo' }>,
  before: readonly HeardTurn[],
  counted?: string,
): Move {
  const atHand = previewAtHand(before)
  switch (command.do) {
    case 'save':
      return atHand === undefined
        ? say(SAY.nothingToSave)
        : call('create_segment', {
            preview_id: atHand.id,
            name: command.name ?? nameFromWords(atHand.words),
          })
    case 'list_segments':
      return call('list_segments', given({ search: command.search }))
    case 'list_proposals':
      return call('list_proposals', {})
    case 'list_fields':
      return call('list_fields', {})
    case 'find_values':
      return call('find_values', given({ query: command.query, field: command.field }))
    case 'show_segment':
      return call('get_segment', { segment_id: command.segment })
    case 'explain_segment':
      return call('explain_criteria', { segment_id: command.segment })
    case 'explain_criteria':
      return atHand === undefined
        ? say(SAY.nothingToExplain)
        : call('explain_criteria', { preview_id: atHand.id })
    case 'explain_customer': {
      const { customer, segment } = command
      if (segment === undefined && atHand === undefined) return say(SAY.nothingToExplain)
      const about = segment === undefined ? { preview_id: atHand?.id } : { segment_id: segment }
      return call('explain_customer', { customer, ...about })
    }
    case 'rename_segment':
      return call('update_segment', { segment_id: command.segment, name: command.name })
    case 'update_segment': {
      const preview = counted ?? atHand?.id
      return preview === undefined
        ? say(SAY.nothingToSave)
        : call('update_segment', { segment_id: command.segment, preview_id: preview })
    }
    case 'clone_segment': {
      const { segment, name } = command
      return call('clone_segment', given({ segment_id: segment, name, preview_id: counted }))
    }
    case 'delete_segment':
      return call('delete_segment', { segment_id: command.segment })
    case 'confirm':
      return say(SAY.confirm)
    case 'cancel':
      return say(SAY.cancel)
  }
}

const given = (input: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
