import { countOfEntity } from '#domain/entities/entity.ts'
import type { Moved, MovedRecord } from '#domain/moves/shown.ts'
import { countOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'

/** What changed by itself, for a model and for whoever reads its answer. */
export function movedLines({ signals, scores, audiences }: Moved): readonly string[] {
  const { total, about, more, waiting } = signals
  return [
    total === 0 ? 'No signals came.' : `Signals that came: ${total.toLocaleString('en-US')}`,
    ...about.map(
      ({ count, latest, ...who }) =>
        `- ${whoWords(who)}: ${latest.map(signalWords).join(', ')}${count > latest.length ? ` and ${count - latest.length} more` : ''}`,
    ),
    ...(more > 0 ? [`… and ${countOf(more, 'more signal')} about others`] : []),
    ...(waiting > 0
      ? [
          `${countOf(waiting, 'signal')} ${waiting === 1 ? 'waits' : 'wait'} for companies or people who are not known yet.`,
        ]
      : []),
    scores.changes.length === 0 ? 'No scores moved.' : 'Scores that moved:',
    ...scores.changes.map(
      ({ entity, changed, cause }) => `- ${countOfEntity(changed, entity)} by ${fence(cause)}`,
    ),
    ...scores.moves.map(
      (move) =>
        `- ${whoWords(move)}: ${placeWords(move.before)} → ${placeWords(move.after)} (${fence(move.cause)})`,
    ),
    ...(scores.more > 0 && scores.moves.length > 0 ? [`… and ${countOf(scores.more, 'more score')}`] : []),
    audiences.length === 0 ? 'Nobody entered or left an audience.' : 'Audiences entered and left:',
    ...audiences.map(
      ({ name, entity, members, entered, left, cause }) =>
        `- ${fence(name)}: ${entered} entered, ${left} left, ${countOfEntity(members, entity)} now (${fence(cause)})`,
    ),
  ]
}

const whoWords = ({ id, name }: Pick<MovedRecord, 'id' | 'name'>): string =>
  name === '' ? fence(id) : `${fence(name)} (${fence(id)})`

const signalWords = ({ type, topic, at }: Moved['signals']['about'][number]['latest'][number]): string =>
  `${fence(type)}${topic === null ? '' : ` about ${fence(topic)}`} ${at.slice(0, 10)}`

function placeWords(place: MovedRecord['before']): string {
  if (place === null) return 'no ICP'
  const { icp, icpScore, persona, personaScore } = place
  const inner = persona === null ? '' : `, ${fence(persona)} ${personaScore}`
  return `${fence(icp)} ${icpScore}${inner}`
}
