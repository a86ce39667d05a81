import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { type Commanded, done } from './commanded.ts'
import { isOver } from './whole.ts'

const DATA = 'my|our|the|this? customer? data|database|base|records'
const SHOW = 'show|list|see|view|give|find|get me|us?'

/** What is asked about the data as a whole, and of which finding. */
const ASKED: readonly (readonly [finding: string | undefined, Phrase])[] = [
  [
    undefined,
    phrase(
      `how healthy|good|clean|complete|reliable is|are ${DATA}`,
      `how is|are ${DATA} doing`,
      `is|are ${DATA} healthy|good|clean|ok|reliable`,
      `what is|'s wrong with ${DATA}`,
      `what is|'s the|our? data health|quality`,
      `${SHOW}|check|run? the|our|a? data health|quality check|report?`,
      `check the|our? health|quality of ${DATA}`,
    ),
  ],
  [
    'empty_segments',
    phrase(
      'which|what segments|lists are empty|unfilled',
      'which|what segments|lists have|hold no|zero|0 members|customers|people|one',
      'which|what segments|lists have|hold nobody in? them?',
      `${SHOW} the|all|any? empty segments|lists`,
      'are there any? empty segments|lists',
      'any empty segments|lists',
    ),
  ],
  [
    'unused_segments',
    phrase(
      'which|what segments|lists are unused|never used',
      'which|what segments|lists were never used|exported',
      `${SHOW} the|all|any? unused segments|lists`,
      'are there any? unused segments|lists',
    ),
  ],
  [
    'copied_segments',
    phrase(
      'which|what segments|lists are nearly|almost|practically? the? same|identical|duplicates|copies',
      `${SHOW} the|all|any? duplicate|duplicated|identical segments|lists`,
      'are there any? duplicate|duplicated|identical segments|lists',
    ),
  ],
  [
    'duplicates',
    phrase(
      'how many duplicates|duplicate do|are we|there? have?',
      'how many duplicate customers|records|contacts|people are|do there|we? have?',
      `${SHOW} the|all|any? duplicates`,
      `${SHOW} the|all|any? duplicate customers|records|contacts|people`,
      'do we have any? duplicates',
      'do we have any? duplicate customers|records|contacts|people',
      'are there any? duplicates',
      'are there any? duplicate customers|records|contacts|people',
    ),
  ],
  [
    'unused_events',
    phrase('which|what events are unused|never used|not used', `${SHOW} the|all|any? unused events`),
  ],
]

/** `how healthy is our data?`, `which segments are empty?` */
export function healthOf(reading: Reading, start: number): Commanded | undefined {
  for (const [finding, asked] of ASKED) {
    const end = asked(reading, start)
    if (end < 0 || !isOver(reading, end)) continue
    return done({ do: 'get_health', ...(finding === undefined ? {} : { finding }) })
  }
  return undefined
}
