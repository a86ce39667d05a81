import { toMinute } from '#kernel/clock.ts'
import { ConfigError } from '#kernel/errors.ts'
import type { Change } from '../../changes/index.ts'
import { count } from '../../members/bitset.ts'
import type { Services } from '../../services.ts'
import { fitIn } from '../icp-of.ts'
import { usualCap } from './estimate.ts'
import type { Answers } from './schema.ts'

type Deps = Pick<Services, 'profiles' | 'members' | 'clock' | 'answering'>

/**
 * The change that asks a question of whoever a profile fits, with the model and the price of this moment and, where no
 * cap is given, a usual one for so many. Throws ConfigError where no model is set that could answer.
 */
export async function questionChange(
  { profiles, members, clock, answering }: Deps,
  wanted: {
    readonly profile: string
    readonly text: string
    readonly answers: Answers
    readonly mostTokens?: number | undefined
    readonly signal: AbortSignal
  },
): Promise<Extract<Change, { readonly kind: 'ask_question' }>> {
  const profile = profiles.get(wanted.profile)
  if (answering === null) {
    throw new ConfigError('Questions about records are answered by a model, and none is set', {
      next: 'Set MUSTER_MODEL to openai/<model> with OPENAI_API_KEY, or to local/<model> with OPENAI_BASE_URL, and start Muster again.',
    })
  }
  const { model, price } = answering
  const fit = fitIn(profiles, profile)
  const records =
    fit === null
      ? 0
      : count((await members.of(fit, { asOf: toMinute(clock.now()), signal: wanted.signal })).bits)
  return {
    kind: 'ask_question',
    profileId: profile.id,
    text: wanted.text,
    answers: wanted.answers,
    model,
    price,
    mostTokens: wanted.mostTokens ?? Math.max(1000, usualCap(records)),
  }
}
