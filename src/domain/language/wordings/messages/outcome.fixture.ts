import { canonicalJson } from '#kernel/hash.ts'
import { isCondition } from '../../../criteria/node.ts'
import { groupOf } from '../../../criteria/walk.ts'
import { normalCriteria } from '../../../criteria/normal.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { brief, situation } from '../../company.fixture.ts'
import { interpret } from '../../interpret.ts'
import type { Command, Interpretation } from '../../interpretation.ts'
import type { Situation } from '../../situation.ts'
import { shown } from '../../spoken.fixture.ts'
import { about, type Spoken } from './load.ts'

/** What a message comes to. */
export interface Outcome {
  readonly kind: Interpretation['kind']
  /** Equal for messages that come to the same. */
  readonly comesTo: string
}

export type Standing = Pick<
  Situation,
  'criteria' | 'earlier' | 'question' | 'asked' | 'lastSegment' | 'figures' | 'shown'
>

/** What some messages leave at hand for the one behind them. */
function standingAfter(texts: readonly string[]): Standing {
  let trail: readonly Criteria[] = []
  let rest: Standing = {}
  for (const text of texts) {
    const found = read(text, { ...rest, ...ofTrail(trail) })
    const { lastSegment } = rest
    rest = { ...(lastSegment && { lastSegment }) }
    if (found.kind === 'criteria') trail = [...trail, found.criteria]
    if (found.kind === 'command' && found.command.do === 'back') trail = trail.slice(0, -1)
    if (found.kind === 'command') rest = { ...rest, ...lookedAt(found.command) }
    if (found.kind === 'question') {
      rest = { ...rest, question: found.question, asked: found.options }
      if (found.partial) trail = [...trail, found.partial]
    }
  }
  return { ...rest, ...ofTrail(trail) }
}

function ofTrail(trail: readonly Criteria[]): Standing {
  const criteria = trail.at(-1)
  const earlier = trail.slice(0, -1)
  return { ...(criteria && { criteria }), ...(earlier.length > 0 && { earlier }) }
}

function lookedAt(command: Command): Standing {
  const id = 'segment' in command ? command.segment : undefined
  const name = situation()
    .vocabulary.values('segment')
    .find(({ value }) => value === id)?.label
  return {
    ...(command.do === 'figures' && { figures: command.by }),
    ...(id !== undefined && name !== undefined && { lastSegment: { id, name } }),
  }
}

const SUMMER: Criteria = { type: 'purchases', match: 'any', of: { category: ['Outdoor'] } }

const read = (text: string, standing: Standing): Interpretation =>
  interpret(text, {
    ...situation(),
    describe: shown,
    definition: (id) => (id === 'seg_summer' ? SUMMER : undefined),
    ...standing,
  })

export function outcomeOf(text: string, standing: Standing): Outcome {
  const found = read(text, standing)
  return { kind: found.kind, comesTo: comesTo(found) }
}

function comesTo(found: Interpretation): string {
  switch (found.kind) {
    case 'criteria': {
      const { criteria, intent } = found
      // Its people are counted, or it is shown with their number: the same is learned.
      if (
        intent === 'count' &&
        isCondition(criteria) &&
        criteria.type === 'segment' &&
        Object.keys(criteria).length === 2
      )
        return `does show_segment ${canonicalJson({ segment: criteria.segment })}`
      const name = found.intent === 'create' ? `create ${found.name ?? ''}: ` : ''
      return `${name}${normal(found.criteria)}`
    }
    case 'question': {
      const choices = found.options.map((option) => (option.criteria ? normal(option.criteria) : option.text))
      const beside = found.partial ? ` beside ${normal(found.partial)}` : ''
      return `asks ${choices.length > 0 ? choices.toSorted().join(' | ') : unquoted(found.question)}${beside}`
    }
    case 'refused':
      return found.missing.length > 0
        ? `lacks ${[...new Set(found.missing)].toSorted().join(', ')}`
        : `refuses: ${unquoted(found.reason)}`
    case 'command': {
      const { do: done, ...rest } = found.command
      const { agreed: _agreed, ...said } = { agreed: undefined, ...rest }
      const criteria = 'criteria' in rest && rest.criteria ? { criteria: normal(rest.criteria) } : {}
      // What was changed in the conversation is taken back by either.
      const same = found.command.do === 'undo' && found.command.segment === undefined ? 'back' : done
      return `does ${same} ${canonicalJson({ ...said, ...criteria })}`
    }
    case 'talk':
      return `talks of ${found.topic}`
  }
}

const normal = (criteria: Criteria): string => brief(normalCriteria(withoutDoubles(criteria)))

/** Whoever is not without a purchase of it has bought it. */
function withoutDoubles(node: Criteria): Criteria {
  if (isCondition(node)) return node
  const { group, branches } = groupOf(node)
  const inner = branches.map(withoutDoubles)
  const [only] = inner
  if (
    group === 'none' &&
    inner.length === 1 &&
    only !== undefined &&
    isCondition(only) &&
    only.type === 'purchases' &&
    only.match === 'none'
  )
    return { ...only, match: 'any' }
  return group === 'all' ? { all: inner } : group === 'any' ? { any: inner } : { none: inner }
}

/** What is asked or said of words, whichever they are. */
const unquoted = (text: string): string => text.replaceAll(/“[^”]*”/gu, '“…”')

/** A plain thread, or the same about others, and what its last message comes to. */
export interface Behind {
  readonly before: readonly string[]
  readonly plain: string
  readonly standing: Standing
  readonly means: Outcome
  /** A wording as it is said there. */
  said(wording: string): string
}

/** The plain thread, then the threads of its shape. */
export const threadsOf = ({ thread, others }: Pick<Spoken, 'thread' | 'others'>): readonly Behind[] =>
  [{}, ...others].map((other) => {
    const said = (text: string): string => about(text, other)
    const before = thread.slice(0, -1).map(said)
    const plain = said(thread.at(-1) ?? '')
    const standing = standingAfter(before)
    return { before, plain, standing, means: outcomeOf(plain, standing), said }
  })
