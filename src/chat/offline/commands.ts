import { isContact } from '#domain/language/intents/export-columns.ts'
import type { Command } from '#domain/language/interpretation.ts'
import { audienceMove } from './audience.ts'
import { lastStep, previewAtHand } from './at-hand.ts'
import { backMove, changedLast, previousMove } from './back.ts'
import { groupsMove } from './groups.ts'
import { countedMove, listedMove } from './profile-list.ts'
import { segmentsListedMove } from './segment-list.ts'
import { showing, shownMove } from './profiles-shown.ts'
import type { HeardTurn, Step } from './heard.ts'
import { call, failed, type Move, say, tell } from './move.ts'
import { previewIn, proposalIn, segmentIn } from './results.ts'
import { SAY, sayProblem } from './say.ts'
import { profileMove, revisedMove, statusMove } from './profile.ts'
import { groupsComparedMove, shareMove } from './shares.ts'
import { nameFromWords } from './segment-name.ts'
import { splitMove } from './split.ts'
import { suggestedMove } from './suggested.ts'
import { restoreMove, undoMove } from './undo.ts'

/** Requests about things that exist. Criteria in them are counted first, since other tools take previews only. */
export function commandMove(command: Command, steps: readonly Step[], before: readonly HeardTurn[]): Move {
  if (command.do === 'undo')
    return command.segment === undefined && changedLast(before)
      ? backMove(steps, before)
      : undoMove(command.segment, steps, before)
  if (command.do === 'back')
    return changedLast(before) || !waits(before)
      ? backMove(steps, before, command.steps)
      : undoMove(undefined, steps, before)
  if (command.do === 'restore') return restoreMove(command.name, steps)
  if (command.do === 'previous') return previousMove(before)
  if (command.do === 'start_over') {
    const [asked] = steps
    return asked === undefined
      ? call('suggest_readings', { question: SAY.startOver, options: [] })
      : tell(asked)
  }
  if (command.do === 'share') return shareMove(command, steps)
  if (command.do === 'compare_groups') return groupsComparedMove(command, steps, previewAtHand(before)?.id)
  if (command.do === 'create_audience') return audienceMove(command, steps)
  if (command.do === 'build_profile') return profileMove(command, steps)
  if (command.do === 'revise_profile') return revisedMove(command, steps)
  if (command.do === 'find_groups') return groupsMove(command, steps)
  if (command.do === 'set_profile_status') return statusMove(command, steps)
  if (command.do === 'split') return splitMove(command, steps)
  if (command.do === 'list_segments') return segmentsListedMove(command, steps)
  if (command.do === 'list_profiles') return listedMove(command, steps)
  if (command.do === 'count_profiles') return countedMove(command, steps)
  if (command.do === 'show_profiles') return shownMove(command, steps)
  if (command.do === 'suggest_profile' || command.do === 'discover_icps' || command.do === 'apply_suggestion')
    return suggestedMove(command, steps, before)
  const criteria = 'criteria' in command ? command.criteria : undefined
  const [first, second] = steps
  if (command.do === 'explain_sql' && first !== undefined && failed(first)) return refuseSql(first, second)
  if (criteria === undefined) return first === undefined ? begin(command, before) : tell(first)
  if (first === undefined) return call('validate_criteria', { criteria, assumptions: [] })
  const preview = previewIn(first)
  if (preview === undefined) return tell(first)
  return second === undefined ? begin(command, before, preview.id) : tell(second)
}

/** SQL that can't be expressed is refused, with the part that is wrong. */
function refuseSql(explained: Step, refused: Step | undefined): Move {
  const reason = sayProblem(explained.answer).slice(0, 1000)
  return refused === undefined ? call('answer_unsupported', { reason, missing: [] }) : say(reason)
}

/** The segment that the last turn was about, where it counted and drafted nothing. */
function lookedAt(before: readonly HeardTurn[]): string | undefined {
  const last = before.slice(-1)
  const counted = lastStep(last, previewIn) !== undefined || lastStep(last, proposalIn) !== undefined
  return counted ? undefined : lastStep(last, segmentIn)
}

/** The call that a command stands for. `counted` is the preview of the command's own criteria. */
function begin(
  command: Exclude<
    Command,
    {
      readonly do:
        | 'undo'
        | 'restore'
        | 'back'
        | 'previous'
        | 'start_over'
        | 'share'
        | 'compare_groups'
        | 'create_audience'
        | 'build_profile'
        | 'revise_profile'
        | 'find_groups'
        | 'list_profiles'
        | 'list_segments'
        | 'split'
        | 'set_profile_status'
        | 'count_profiles'
        | 'suggest_profile'
        | 'discover_icps'
        | 'apply_suggestion'
        | 'show_profiles'
    }
  >,
  before: readonly HeardTurn[],
  counted?: string,
): Move {
  const atHand = previewAtHand(before)
  switch (command.do) {
    case 'save':
      // Whoever agrees to a draft, or saves it once more, asks for nothing new.
      if (command.name === undefined && waitsFor(before, atHand?.id, command.agreed)) return say(SAY.confirm)
      return atHand === undefined
        ? say(SAY.nothingToSave)
        : call('create_segment', {
            preview_id: atHand.id,
            name: command.name ?? nameFromWords(atHand.words),
          })
    case 'list_proposals':
      return call('list_proposals', {})
    case 'list_fields':
      return call('list_fields', given({ search: command.search }))
    case 'find_values':
      return call('find_values', given({ query: command.query, field: command.field }))
    case 'show_segment':
      return call('get_segment', { segment_id: command.segment })
    case 'explain_segment':
      return call('explain_criteria', { segment_id: command.segment })
    case 'explain_criteria': {
      const looked = lookedAt(before)
      if (looked !== undefined) return call('explain_criteria', { segment_id: looked })
      return atHand === undefined
        ? say(SAY.nothingToExplain)
        : call('explain_criteria', { preview_id: atHand.id })
    }
    case 'explain_sql':
      return call('explain_sql', { sql: command.sql })
    case 'explain_customer': {
      const { customer, segment } = command
      if (segment === undefined && atHand === undefined) return say(SAY.nothingToExplain)
      const about = segment === undefined ? { preview_id: atHand?.id } : { segment_id: segment }
      return call('explain_customer', { customer, ...about })
    }
    case 'rename_segment':
      return call('update_segment', { segment_id: command.segment, name: command.name })
    case 'pin_segment':
      return call('update_segment', { segment_id: command.segment, rules: command.rules })
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
    case 'figures': {
      const about = aboutWhom(command.segment, counted ?? atHand?.id)
      return about === undefined
        ? say(SAY.nothingToExplain)
        : call('get_figures', {
            ...about,
            ...(command.by.length === 0 ? {} : { by: command.by }),
            ...command.ordered,
          })
    }
    case 'compare_segments':
      if (command.first === undefined && atHand === undefined) return say(SAY.nothingToExplain)
      return call('compare_segments', {
        first: command.first === undefined ? { preview_id: atHand?.id } : { segment_id: command.first },
        second: { segment_id: command.second },
      })
    case 'list_changes':
      return call('list_changes', given({ segment_id: command.segment, since: command.since }))
    case 'get_health':
      return call('get_health', given({ finding: command.finding }))
    case 'refresh_segment':
      return call('refresh_segment', { segment_id: command.segment })
    case 'create_route': {
      const { name, owner, url } = command
      return call('update_route', given({ name, preview_id: counted, owner, webhook_url: url }))
    }
    case 'list_routes':
      return call('list_routes', {})
    case 'list_audiences':
      return call('list_audiences', {})
    case 'show_audience':
      return call('get_audience', { audience_id: command.audience })
    case 'delete_audience':
      return call('delete_audience', { audience_id: command.audience })
    case 'rename_audience':
      return call('update_audience', { audience_id: command.audience, name: command.name })
    case 'export_segment': {
      const { segment, format, contact, columns, hashed } = command
      return call('export_audience', {
        audience_id: segment,
        ...(format === undefined ? {} : { format }),
        ...(contact === undefined && columns?.some(isContact) !== true ? {} : { contact_columns: true }),
        ...(columns === undefined ? {} : { columns }),
        ...(hashed === undefined ? {} : { sha256: hashed }),
      })
    }
    case 'ask_question': {
      const { profile, text, answers } = command
      return call('create_question', {
        profile_id: profile,
        question: text,
        ...(answers.kind === 'choice' ? { options: answers.options } : {}),
        ...(answers.kind === 'yes_no' ? { options: ['yes', 'no'] } : {}),
      })
    }
    case 'show_profile':
      return { calls: [showing(command.profile)] }
    case 'explain_score': {
      const { entity, record, profile } = command
      return call('explain_score', given({ entity, record, profile_id: profile }))
    }
    case 'rename_profile':
      return call('update_profile', { profile_id: command.profile, name: command.name })
    case 'clone_persona':
      return call('clone_persona', { persona_id: command.persona, icp_ids: command.icps })
    case 'clone_icp':
      return call('clone_icp', { icp_id: command.icp, name: command.name })
    case 'delete_profile':
      return call('delete_profile', {
        profile_id: command.profile,
        ...(command.withPersonas ? { with_personas: true } : {}),
      })
    case 'list_indicators':
      return call('list_indicators', {})
    case 'show_indicator':
      return call('get_indicator', { indicator_id: command.indicator })
    case 'create_indicator': {
      const { name, measure } = command
      return call('create_indicator', given({ name, preview_id: counted, measure }))
    }
    case 'update_indicator': {
      const { indicator, measure, policy } = command
      return call(
        'update_indicator',
        given({ indicator_id: indicator, preview_id: counted, measure, policy }),
      )
    }
    case 'delete_indicator':
      return call('delete_indicator', { indicator_id: command.indicator })
    case 'confirm':
      return pendingMove(before, SAY.confirm, SAY.nothingToConfirm)
    case 'cancel':
      return atHand !== undefined && !waits(before)
        ? say(SAY.onlyCounted)
        : pendingMove(before, SAY.cancel, SAY.nothingToCancel)
  }
}

const aboutWhom = (segment: string | undefined, preview: string | undefined) =>
  segment !== undefined
    ? { segment_id: segment }
    : preview === undefined
      ? undefined
      : { preview_id: preview }

const waits = (before: readonly HeardTurn[]): boolean => lastStep(before, proposalIn)?.state === 'draft'

/** Whether what would be saved is drafted already; what somebody agrees to is whatever was drafted last. */
function waitsFor(before: readonly HeardTurn[], preview: string | undefined, agreed = false): boolean {
  const last = lastStep(before, proposalIn)
  return last?.state === 'draft' && (agreed || last.preview?.id === preview)
}

/** Deciding is for humans: says where, or asks what was meant when nothing of the conversation waits. */
const pendingMove = (before: readonly HeardTurn[], waiting: string, nothing: string): Move =>
  waits(before) ? say(waiting) : call('suggest_readings', { question: nothing, options: [] })

const given = (input: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
