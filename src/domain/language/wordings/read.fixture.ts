import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import type { Interpretation } from '../interpretation.ts'
import type { Frame } from './frames.ts'
import { samePeople } from './same-people.fixture.ts'

/** What became of a wording in a frame. */
export interface Reading {
  /** `other`: people were shown, and they are others than those meant. */
  readonly kind: 'same' | 'other' | Exclude<Interpretation['kind'], 'criteria'>
  readonly said: string
  /** What was understood, in few signs; what was asked. */
  readonly understood: string
}

/** The criteria of a plain request. Throws where it is not read as criteria. */
export function plainly(text: string): Criteria {
  const found = interpret(text, situation())
  if (found.kind === 'criteria') return found.criteria
  throw new Error(`“${text}” names no meaning: it is read as ${understoodOf(found)}`)
}

/** A wording in a frame, beside what the sentence means: its parts put together, or the plain words in the same frame. */
export function readIn(frame: Frame, wording: string, means: { text: string; criteria: Criteria }): Reading {
  const found = heard(frame, wording)
  const said = [...(frame.before === undefined ? [] : [frame.before]), filled(frame, wording)].join(' => ')
  if (found.kind !== 'criteria') return { kind: found.kind, said, understood: understoodOf(found) }
  const same =
    samePeople(frame.means(means.criteria), found.criteria) || isPlainly(found.criteria, frame, means.text)
  return { kind: same ? 'same' : 'other', said, understood: understoodOf(found) }
}

/** Whether the plain words in the frame are read as these criteria. */
function isPlainly(criteria: Criteria, frame: Frame, text: string): boolean {
  const plain = heard(frame, text)
  return plain.kind === 'criteria' && samePeople(plain.criteria, criteria)
}

function filled({ text, noise }: Frame, wording: string): string {
  const message = text.replace('…', wording)
  return noise?.(message) ?? message
}

const heard = (frame: Frame, wording: string): Interpretation =>
  interpret(filled(frame, wording), situation(frame.before === undefined ? undefined : plainly(frame.before)))

/** What was understood, in few signs; what was asked. */
export function understoodOf(found: Interpretation): string {
  switch (found.kind) {
    case 'criteria':
      return brief(found.criteria)
    case 'question':
      return `asked: ${found.question}`
    case 'refused':
      return `refused: ${found.missing.join(', ') || found.reason}`
    case 'command':
      return `do ${found.command.do}`
    case 'talk':
      return found.topic
  }
}
