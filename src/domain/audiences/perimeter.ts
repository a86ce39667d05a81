import type { Criteria } from '../criteria/schema.ts'
import { type Bitset, count } from '../members/bitset.ts'
import { channelRules } from './channels.ts'
import type { AudienceDefinition } from './definition.ts'
import { ADDRESSED_CHANNELS, type AddressedChannel, type Perimeter } from './shown.ts'
import { beforeChannel, stepsOf } from './steps.ts'

/** Has criteria read together with others; what it answers can be called afterwards. */
type Ask = (criteria: Criteria) => () => Bitset

/** What a perimeter is counted of. */
export interface PerimeterOf {
  readonly definition: AudienceDefinition
  readonly audienceId: string
}

/** Asks for what a perimeter takes; once it was read, the answer is the perimeter. */
export function askPerimeter(
  { definition, audienceId }: PerimeterOf,
  words: (criteria: Criteria) => string,
  ask: Ask,
): () => Perimeter {
  const { entity, channel } = definition
  const steps = stepsOf(definition, audienceId, words).map((step) => ({ ...step, set: ask(step.left) }))
  const reachable = entity === 'company' ? undefined : askReachable(definition, ask)
  return () => {
    const left = steps.map(({ set }) => count(set()))
    return {
      entity,
      channel,
      steps: steps.map(({ kind, words: why }, at) => ({
        kind,
        words: why,
        out: at === 0 ? 0 : (left[at - 1] ?? 0) - (left[at] ?? 0),
        left: left[at] ?? 0,
      })),
      members: left.at(-1) ?? 0,
      reachable: reachable?.() ?? null,
      notes: [...channelRules(entity, channel).notes],
    }
  }
}

function askReachable(
  definition: AudienceDefinition,
  ask: Ask,
): () => Readonly<Record<AddressedChannel, number>> {
  const before = beforeChannel(definition)
  const sets = ADDRESSED_CHANNELS.map((channel) => {
    const { address } = channelRules(definition.entity, channel)
    return { channel, set: ask(address === undefined ? before : { all: [before, address.keeps] }) }
  })
  return () => {
    const by = (wanted: AddressedChannel) =>
      count(sets.find(({ channel }) => channel === wanted)?.set() ?? new Uint32Array())
    return { email: by('email'), sms: by('sms'), ads: by('ads') }
  }
}
