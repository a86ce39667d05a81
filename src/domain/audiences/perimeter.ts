import type { Criteria } from '../criteria/schema.ts'
import { type Bitset, count } from '../members/bitset.ts'
import { CHANNEL_RULES } from './channels.ts'
import type { AudienceDefinition } from './definition.ts'
import { AUDIENCE_CHANNELS, type AudienceChannel, type Perimeter } from './shown.ts'
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
  const steps = stepsOf(definition, audienceId, words).map((step) => ({ ...step, set: ask(step.left) }))
  const before = beforeChannel(definition)
  const channels = AUDIENCE_CHANNELS.map((channel) => ({
    channel,
    set: ask({ all: [before, CHANNEL_RULES[channel].address.keeps] }),
  }))
  return () => {
    const left = steps.map(({ set }) => count(set()))
    const reachableBy = (wanted: AudienceChannel) =>
      count(channels.find(({ channel }) => channel === wanted)?.set() ?? new Uint32Array())
    return {
      channel: definition.channel,
      steps: steps.map(({ kind, words: why }, at) => ({
        kind,
        words: why,
        out: at === 0 ? 0 : (left[at - 1] ?? 0) - (left[at] ?? 0),
        left: left[at] ?? 0,
      })),
      members: left.at(-1) ?? 0,
      reachable: { email: reachableBy('email'), sms: reachableBy('sms'), ads: reachableBy('ads') },
    }
  }
}
