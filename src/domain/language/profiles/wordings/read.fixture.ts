import { canonicalJson } from '#kernel/hash.ts'
import { isCondition } from '../../../criteria/node.ts'
import { normalCriteria } from '../../../criteria/normal.ts'
import { groupOf } from '../../../criteria/walk.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import type { Parameter } from '../../../profiles/parameter.ts'
import { brief } from '../../company.fixture.ts'
import type { Interpretation } from '../../interpretation.ts'
import { understoodOf as understood } from '../../wordings/read.fixture.ts'
import { read } from '../profiles.fixture.ts'
import type { Form, Frame } from './frame.ts'
import { BASES, FRAMES } from './frames.ts'

type Kind = keyof typeof FRAMES
/** What became of a wording in a frame. */
export interface Reading {
  /** `other`: something was drafted or shown, and it is not what is meant. */
  readonly kind: 'same' | 'other' | 'question' | 'refused' | 'talk'
  readonly said: string
  /** What was understood, in few signs; what was asked. */
  readonly understood: string
}
/** What the plain words of a parameter mean, and whom a profile is about that has it beside something else. */
export interface Meaning {
  readonly kind: Kind
  readonly criteria: Criteria
  readonly base: { readonly text: string; readonly criteria: Criteria }
}

const PLAIN = { icp: 'ICP: …', persona: 'persona under SMB SaaS: …' } as const

/** Throws where the words are not all of what must hold. */
function plainly(kind: Kind, text: string): Criteria {
  const found = read(PLAIN[kind].replace('…', text))
  if (found.kind === 'command' && found.command.do === 'build_profile') {
    const [first, ...more] = found.command.parameters
    if (first !== undefined && [first, ...more].every(({ mode }) => mode === 'filter'))
      return more.length === 0 ? first.criteria : { all: [first, ...more].map((one) => one.criteria) }
  }
  throw new Error(`“${text}” is not what must hold: it is read as ${understoodOf(found)}`)
}

export function meaningOf(file: string, text: string): Meaning {
  const kind = file.startsWith('icp') ? 'icp' : 'persona'
  const criteria = plainly(kind, text)
  const said = new Set(fieldsIn(criteria))
  const base = BASES[kind].find(({ about }) => !about.some((field) => said.has(field)))
  if (base === undefined) throw new Error(`“${text}” can stand beside nothing`)
  return { kind, criteria, base: { text: base.text, criteria: plainly(kind, base.text) } }
}
const fieldsIn = (criteria: Criteria): readonly string[] =>
  isCondition(criteria)
    ? 'field' in criteria
      ? [criteria.field]
      : []
    : groupOf(criteria).branches.flatMap(fieldsIn)

/** Both of two that are left out may be either of them: how it is read is said, and not held here. */
export const framesOf = ({ kind, criteria }: Meaning, form: Form): readonly Frame[] =>
  FRAMES[kind][form].filter(({ mode }) => mode !== 'exclude' || !('all' in criteria))

/** A wording in a frame, beside what the sentence means. */
export function readIn(frame: Frame, wording: string, { criteria, base }: Meaning): Reading {
  const said = frame.text
    .replace('BASE', base.text)
    .replace('be …', infinitive(wording))
    .replace('…', wording)
  const found = read(said)
  const told = understoodOf(found)
  if (found.kind === 'question' || found.kind === 'refused' || found.kind === 'talk')
    return { kind: found.kind, said, understood: told }
  const meant: readonly Parameter[] = [
    ...(frame.text.includes('BASE') ? [{ mode: 'filter', criteria: base.criteria } as const] : []),
    frame.mode === 'score'
      ? { mode: 'score', criteria, weight: frame.weight }
      : { mode: frame.mode, criteria },
  ]
  const key =
    found.kind === 'command' && found.command.do === 'build_profile'
      ? keyOf(found.command.parameters)
      : undefined
  const same = key === keyOf(meant) || key === keyOf(meant.map(asFilter))
  return { kind: same ? 'same' : 'other', said, understood: told }
}

const OPPOSITES: Readonly<Record<string, string>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' }
/** “Not under 50 employees” compares as well. */
function asFilter(one: Parameter): Parameter {
  const { criteria } = one
  const opposite = 'op' in criteria ? OPPOSITES[criteria.op ?? ''] : undefined
  return one.mode !== 'exclude' || opposite === undefined
    ? one
    : { mode: 'filter', criteria: Object.assign({}, criteria, { op: opposite }) }
}

/** “Be hiring”; what was done, and can’t be said so, is said in the past: “have raised”. */
const infinitive = (verb: string): string =>
  verb
    .replace(/^are\b/, 'be')
    .replace(/^were\b/, 'have been')
    .replace(/^(?=\p{L}+ed\b|got\b|had\b|left\b)/u, 'have ')

/** Equal for parameters that mean the same, in whatever order. */
function keyOf(parameters: readonly Parameter[]): string {
  const keys = parameters.flatMap((one) => {
    const criteria = normalCriteria(one.criteria)
    const apart = partsOf(one.mode, criteria)
    return apart.map((part) =>
      canonicalJson([one.mode, 'weight' in one ? one.weight : 0, inOrder(normalCriteria(part))]),
    )
  })
  return keys.toSorted().join('\n')
}

/** Values that any of will do are the same in whatever order. */
function inOrder(criteria: Criteria): unknown {
  if ('value' in criteria && Array.isArray(criteria.value) && criteria.op === 'in')
    return { ...criteria, value: criteria.value.map(String).toSorted() }
  const any = 'any' in criteria ? criteria.any : []
  const tools = any.flatMap(usedIn)
  return tools.length === 0 || tools.length < any.length
    ? criteria
    : { type: 'company', field: 'tech_stack', op: 'in', value: tools.toSorted((a, b) => a.localeCompare(b)) }
}
const usedIn = (criteria: Criteria): readonly string[] =>
  'value' in criteria && criteria.type === 'company' && criteria.op === 'has' ? [String(criteria.value)] : []

/** Both of two that are preferred are preferred each: no more can be said of a score without its words. */
function partsOf(mode: Parameter['mode'], criteria: Criteria): readonly Criteria[] {
  if (mode === 'exclude') return 'any' in criteria ? criteria.any : [criteria]
  return 'all' in criteria ? criteria.all : [criteria]
}

const understoodOf = (found: Interpretation): string =>
  found.kind === 'command' && found.command.do === 'build_profile'
    ? found.command.parameters
        .map((one) => `${one.mode}${'weight' in one ? ` ${one.weight}` : ''} ${brief(one.criteria)}`)
        .join('; ')
    : understood(found)
