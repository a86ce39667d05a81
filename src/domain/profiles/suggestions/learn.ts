import { type Clock, type Instant, toIso, toMinute } from '#kernel/clock.ts'
import type { Currency } from '#kernel/money.ts'
import { percentOf } from '#kernel/text.ts'
import type { PlanContext } from '../../conditions/define.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { countOfEntity, type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import { count } from '../../members/bitset.ts'
import type { Members } from '../../members/members.ts'
import type { Vocabulary } from '../../vocabulary/vocabulary.ts'
import type { Parameter } from '../parameter.ts'
import { whatToAsk } from './asked.ts'
import { examine, MOST_RECORDS } from './examine.ts'
import type { OutcomeDefinition } from './outcomes/define.ts'
import { thinWords } from './says.ts'
import type { Basis, Thin } from './shown.ts'
import { isEnough, LATER_SHARE, type Looked, lookAt } from './stretches.ts'
import type { Examined } from './trial.ts'

export interface LearnDeps {
  readonly clock: Clock
  readonly members: Members
  readonly vocabulary: Vocabulary
  context(now: Instant): PlanContext
  workspace(): { readonly currency: Currency }
}

interface Asking {
  readonly signal?: AbortSignal | undefined
  /** What is done now: a phrase. */
  onStep?(step: string): void
}

/** What there is to learn from, or how much of it is missing. */
export type Learnt = { readonly basis: Basis } & ({ readonly examined: Examined } | { readonly thin: Thin })

/** Reads how records turned out and what they had before. `around`: whom it is about, of all there are. */
export async function learn(
  outcome: OutcomeDefinition,
  { parameters, around }: { readonly parameters: readonly Parameter[]; readonly around: Criteria | null },
  { signal, onStep }: Asking,
  deps: LearnDeps,
): Promise<Learnt> {
  const { entity } = outcome
  const { members, clock, vocabulary, context } = deps
  const now = toMinute(clock.now())
  onStep?.(`Looking which ${ENTITY_WORDS[entity].many} turned out how`)
  const looked = await lookAt(outcome.ways, { members, now, signal, around })
  const present = { good: sum(looked, 'good'), bad: sum(looked, 'bad') }
  const { id, title, good, bad } = outcome
  const basis = {
    outcome: { id, title, good, bad },
    entity,
    ...present,
    later: 0,
    parted: looked.way.kind === 'present' ? ('chance' as const) : ('time' as const),
    tried: 0,
    notes: [],
    asOf: toIso(now),
  }
  if (!isEnough(looked)) {
    return {
      basis,
      thin: {
        ...looked.missing,
        says: thinWords(looked.missing, present, outcome, entity),
        next: outcome.next,
      },
    }
  }
  const asked = await whatToAsk(outcome, looked.way.kind === 'stretches', {
    vocabulary,
    members,
    currency: deps.workspace().currency,
    now,
    signal,
  })
  const examined = await examine(looked, parameters, asked, {
    members,
    context,
    signal,
    onProgress: (done) =>
      onStep?.(
        `Reading what ${countOfEntity(present.good + present.bad, entity)} had: ${percentOf(done, 1)}`,
      ),
  })
  const later = count(examined.observed.later)
  return { basis: { ...basis, later, notes: notesOn(looked, entity, present) }, examined }
}

const sum = ({ stretches }: Looked, side: 'good' | 'bad'): number =>
  stretches.reduce((all, stretch) => all + count(stretch[side]), 0)

function notesOn(
  { way, stretches }: Looked,
  entity: Entity,
  { good, bad }: { readonly good: number; readonly bad: number },
): string[] {
  const { many } = ENTITY_WORDS[entity]
  const day = (at: Instant | undefined) => (at === undefined ? '' : toIso(at).slice(0, 10))
  const last = stretches.at(-1)
  const parted =
    way.kind === 'present'
      ? `Nobody noted when these outcomes came about: ${percentOf(LATER_SHARE, 1)} of the ${many}, drawn by chance, stand for the later ones. What changes with time (signals, orders, events) is left out, since it may have followed the outcome.`
      : `Learnt from outcomes of ${day(stretches[0]?.beginning)} to ${day(last?.beginning)}, held against those until ${day(last?.end)}. Signals, orders and events are asked as of before the outcome; columns such as country or employees are as they are today.`
  return [
    parted,
    `Precision and recall are of ${many} whose outcome is known, of whom ${percentOf(good, good + bad)} turned out well.`,
    ...(good + bad > MOST_RECORDS
      ? [`Drawn by chance: ${MOST_RECORDS.toLocaleString('en-US')} of ${countOfEntity(good + bad, entity)}.`]
      : []),
  ]
}
