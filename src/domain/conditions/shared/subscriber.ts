import { type Doubt, question } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Reading } from '../../language/grammar/reading.ts'

/** Whoever consented to e-mail, unless a channel is said. */
export const subscriberWord = phrase('subscriber|subscribers')

/** “Subscribers” where there is a tag of that name. */
export function subscriberTag(reading: Reading, at: number, end: number): Doubt | undefined {
  const tag = reading.links.at(at).find(({ field }) => field === 'tags')
  return (
    tag &&
    question(
      at,
      end,
      `“${tag.label}” is a tag of yours. The people who have it, or those who consented to e-mail?`,
      [
        ['consented to e-mail', 'email subscribers'],
        [`tagged ${tag.label}`, `tagged ${tag.label}`],
      ],
    )
  )
}
