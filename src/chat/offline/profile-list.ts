import { z } from 'zod'
import { countOfEntity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import type { Command } from '#domain/language/interpretation.ts'
import { type SizedProfile, sizedProfileSchema } from '#domain/profiles/sizes.ts'
import { joinWords } from '#kernel/text.ts'
import type { Step } from './heard.ts'
import { call, failed, type Move, say, tell } from './move.ts'
import { unfenced, unmarked } from './say.ts'

type Listing = Command & { readonly do: 'list_profiles' }
type Counting = Command & { readonly do: 'count_profiles' }

/** All ICPs with their personas, and those that wait to be confirmed. */
export function listedMove({ waiting }: Listing, steps: readonly Step[]): Move {
  const [listed] = steps
  if (listed === undefined) return call('list_profiles', {})
  if (failed(listed) || waiting.length === 0) return tell(listed)
  const drafts = `Drafted and not confirmed yet: ${joinWords(waiting.map(unmarked), 'and')}.`
  return say(`${unfenced(listed.answer.content)}\n\n${drafts}`)
}

const detailsSchema = z.object({ sizes: z.array(sizedProfileSchema) })

/** Whom each of some profiles fits, one a line, below what was asked of them. */
export function countedMove({ heading, ids, ask }: Counting, steps: readonly Step[]): Move {
  if (ids.length === 0) return say(unmarked(heading))
  const [counted] = steps
  if (counted === undefined) return call('list_profiles', { ids })
  const details = 'error' in counted.answer ? undefined : detailsSchema.safeParse(counted.answer.details).data
  if (details === undefined) return tell(counted)
  const lines = details.sizes.map(
    ({ name, status, fits, entity, words }) =>
      `- “${unmarked(name)}” (${STATUSES[status]}): ${countOfEntity(fits, entity)}${
        words === null ? '' : ` ${ENTITY_WORDS[entity].relative} ${words}`
      }`,
  )
  return say([ask === undefined ? unmarked(heading) : extremeOf(details.sizes, ask), ...lines].join('\n'))
}

/** How a status is said. */
export const STATUSES: Readonly<Record<SizedProfile['status'], string>> = {
  live: 'live',
  draft: 'a draft',
  archived: 'archived',
  waiting: 'not confirmed yet',
}

/** “The largest is …”, or which ones are equally so. */
function extremeOf(sizes: readonly SizedProfile[], ask: 'largest' | 'smallest'): string {
  const all = sizes.map(({ fits }) => fits)
  const size = ask === 'largest' ? Math.max(...all) : Math.min(...all)
  const found = sizes.filter(({ fits }) => fits === size)
  const [first, ...others] = found
  if (first === undefined) return ''
  const names = joinWords(
    found.map(({ name }) => `“${unmarked(name)}”`),
    'and',
  )
  const [is, each] = others.length === 0 ? ['is', ''] : ['are', ' each']
  return `The ${ask} ${is} ${names}, with ${countOfEntity(size, first.entity)}${each}:`
}
