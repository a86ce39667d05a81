import { query, type Reader } from '#db/run.ts'
import { ConflictError, NotFoundError } from '#kernel/errors.ts'
import { versionOfAudience } from '../audiences/store.ts'
import { canBeUndone, type Change, changeSchema, nothingToUndo, undoingOfChange } from '../changes/index.ts'
import { removerOf } from '../exports/read.ts'
import { versionOfIndicator } from '../indicators/store.ts'
import { outcomeOf } from '../proposals/undoing.ts'
import { versionOfProfile } from '../profiles/store.ts'
import { versionOfRule } from '../routing/store.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import { versionOfSegment } from '../segments/store.ts'
import type { ActivityEntry } from './shown.ts'

/** Whether a confirmed change can be taken back now. */
export function undoStateOf(
  reader: Reader,
  { kind, outcome }: { readonly kind: string; readonly outcome: string | null },
): ActivityEntry['undo'] {
  if (outcome === null || !canBeUndone(kind)) return null
  const made = outcomeOf(outcome)
  if ('exportId' in made) {
    if (removerOf(reader, made.exportId) !== null) return 'undone'
    const row = reader.get(query.selectFrom('exports').select('state').where('id', '=', made.exportId))
    return row?.state === 'done' ? 'able' : null
  }
  if ('joinId' in made) return joinStandsAs(reader, made.joinId, kind) ? 'able' : 'later'
  if ('joinRule' in made) return readWorkspaceRow(reader)?.join_rule === made.joinRule ? 'able' : 'later'
  const stands = 'questionId' in made ? questionStandsAs(reader, made, kind) : isStillAsMade(reader, made)
  return stands ? 'able' : 'later'
}

/** Asked and not asked again since, or deleted or restored still. */
function questionStandsAs(reader: Reader, made: QuestionMade, kind: string): boolean {
  const row = reader.get(
    query
      .selectFrom('questions as q')
      .select((eb) => [
        'q.deleted_at',
        eb
          .selectFrom('question_runs as r')
          .select('r.id')
          .whereRef('r.question', '=', 'q.number')
          .orderBy('r.number', 'desc')
          .limit(1)
          .as('lastRun'),
      ])
      .where('q.id', '=', made.questionId),
  )
  if (row === undefined) return false
  const isThere = row.deleted_at === null
  if (kind === 'ask_question') return isThere && row.lastRun === made.runId
  return isThere === (made.restored === true)
}

/** Separated and kept apart still, or joined still. */
function joinStandsAs(reader: Reader, joinId: number, kind: string): boolean {
  const join = reader.get(
    query.selectFrom('joins').select(['separated_at', 'apart']).where('id', '=', joinId),
  )
  return kind === 'separate_customers' ? join?.apart === 1 : join?.separated_at === null
}

type QuestionMade = Extract<Made, { questionId: string }>
type Versioned = Exclude<
  Made,
  { exportId: string } | { joinId: number } | { joinRule: string } | QuestionMade
>

function isStillAsMade(reader: Reader, made: Versioned): boolean {
  if ('profileIds' in made) {
    return made.profileIds.every((id, i) => versionOfProfile(reader, id) === made.versions[i])
  }
  const now =
    'segmentId' in made
      ? versionOfSegment(reader, made.segmentId)
      : 'audienceId' in made
        ? versionOfAudience(reader, made.audienceId)
        : 'ruleId' in made
          ? versionOfRule(reader, made.ruleId)
          : versionOfIndicator(reader, made.indicatorId)
  return now === made.version
}

type Made = ReturnType<typeof outcomeOf>

/**
 * The change that takes back what a proposal did. Throws NotFoundError, and ConflictError where it did nothing that
 * can be undone, or where what it changed was changed again since: undoing would take that back too.
 */
export function undoingOfProposal(reader: Reader, proposalId: string): Change {
  const row = reader.get(
    query
      .selectFrom('proposals')
      .select(['kind', 'state', 'change', 'base_version', 'outcome'])
      .where('id', '=', proposalId),
  )
  if (row === undefined) {
    throw new NotFoundError(`There is no proposal ${proposalId}`, {
      next: 'List the proposals to see which there are.',
    })
  }
  const state = row.state === 'confirmed' ? undoStateOf(reader, row) : null
  if (state === null) throw nothingToUndo()
  if (state !== 'able') {
    const [message, next] = REFUSED[state]
    throw new ConflictError(message, { next })
  }
  const change = changeSchema.parse(JSON.parse(row.change))
  return undoingOfChange(change, outcomeOf(row.outcome ?? ''), row.base_version)
}

const REFUSED = {
  later: [
    'What this changed was changed again since',
    'Undo the later change first, or restore a version on its page.',
  ],
  undone: ['This was undone already', 'Nothing more is needed.'],
} as const
