import { z } from 'zod'
import { countOfEntity } from '#domain/entities/entity.ts'
import type { Command } from '#domain/language/interpretation.ts'
import { type SizedProfile, sizedProfileSchema } from '#domain/profiles/sizes.ts'
import { waitingUnder } from '#domain/profiles/waiting.ts'
import type { Step } from './heard.ts'
import { type Call, failed, type Move, say, tell } from './move.ts'
import { STATUSES } from './profile-list.ts'
import { unfenced, unmarked } from './say.ts'

type Showing = Command & { readonly do: 'show_profiles' }

const detailsSchema = z.object({ words: z.array(z.string()) })
const sizesSchema = z.object({ both: z.int().optional(), sizes: z.array(sizedProfileSchema) })
type Sizes = z.output<typeof sizesSchema>

/** Shows profiles one below the other; of two what they share, what sets them apart, and how many both fit. */
export function shownMove({ profiles }: Showing, steps: readonly Step[]): Move {
  const calls: readonly Call[] = [
    ...profiles.map(showing),
    { tool: 'list_profiles', input: { ids: profiles } },
  ]
  const lost = steps.find(failed)
  if (lost !== undefined) return tell(lost)
  if (steps.length < calls.length) return { calls: calls.slice(steps.length) }
  const found = sizesIn(steps[profiles.length])
  const shown = steps.slice(0, profiles.length).map((step, at) => ({
    head: headOf(found?.sizes[at]),
    words: wordsIn(step),
    content: contentOf(step),
  }))
  const [first, second, third] = shown
  const beside =
    first?.words === undefined || second?.words === undefined || third !== undefined
      ? shown.map(({ head, words, content }) => (words === undefined ? content : block(head, words)))
      : sideBySide([first.head, first.words], [second.head, second.words])
  return say([...beside, ...bothOf(found)].join('\n\n'))
}

const sizesIn = (step: Step | undefined): Sizes | undefined =>
  step === undefined || 'error' in step.answer ? undefined : sizesSchema.safeParse(step.answer.details).data

/** `Both fit 12 companies.` */
function bothOf(found: Sizes | undefined): readonly string[] {
  const [one] = found?.sizes ?? []
  return found?.both === undefined || one === undefined
    ? []
    : [`Both fit ${countOfEntity(found.both, one.entity)}.`]
}

/** One that waits to be confirmed is shown by its proposal. */
export function showing(profile: string): Call {
  const waiting = waitingUnder(profile)
  return waiting === undefined
    ? { tool: 'get_profile', input: { profile_id: profile } }
    : { tool: 'get_proposal', input: { proposal_id: waiting.proposalId } }
}

const wordsIn = ({ answer }: Step): readonly string[] | undefined =>
  'error' in answer ? undefined : detailsSchema.safeParse(answer.details).data?.words

const contentOf = ({ answer }: Step): string => ('error' in answer ? '' : unfenced(answer.content))

const block = (head: string, words: readonly string[]): string =>
  [head, ...words.map((each) => `- ${unmarked(each)}`)].join('\n')

/** `“SMB SaaS” (live) fits 42 companies:` */
const headOf = (size: SizedProfile | undefined): string =>
  size === undefined
    ? ''
    : `“${unmarked(size.name)}” (${STATUSES[size.status]}) fits ${countOfEntity(size.fits, size.entity)}:`

type Headed = readonly [head: string, words: readonly string[]]

function sideBySide(...pair: readonly [Headed, Headed]): readonly string[] {
  const [[, first], [, second]] = pair
  const shared = first.filter((words) => second.includes(words))
  const own = pair.map(([head, all]) => {
    const words = all.filter((each) => !shared.includes(each))
    return block(head, words.length === 0 ? ['nothing else'] : words)
  })
  return [...(shared.length === 0 ? [] : [block('In both:', shared)]), ...own]
}
