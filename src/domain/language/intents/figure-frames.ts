import type { BreakdownBy } from '../../insights/schema.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'

/** A question with whom it is about in the middle, or at its end. */
interface Frame {
  readonly open: Phrase
  readonly close?: Phrase
  readonly by: readonly BreakdownBy[]
}

const bought = phrase(
  'buy|bought|order|ordered|purchase|purchased|like most|usually|mostly|typically?',
  'buy|order the? most',
)

export const FRAMES: readonly Frame[] = [
  {
    open: phrase(
      'where do|does|did|are|is',
      'in? which|what countries|country|cities|city do|are',
      'where in the world do|are',
    ),
    close: phrase(
      'live|lives|living|reside in?',
      'come from',
      'from|based|located',
      'live|come mostly|mainly?',
      'order from',
    ),
    by: ['country', 'city'],
  },
  {
    open: phrase('what|which products|items do|does|did|have|has'),
    close: bought,
    by: ['product'],
  },
  {
    open: phrase('what|which do|does|did|have|has'),
    close: bought,
    by: ['product', 'category'],
  },
  {
    open: phrase('what|which categories|category do|does|did|have|has'),
    close: phrase('buy|bought|order|ordered|shop from|in|most?'),
    by: ['category'],
  },
  {
    open: phrase('what|which brands do|does|did|have|has'),
    close: phrase('buy|bought|order|ordered most?'),
    by: ['brand'],
  },
  {
    open: phrase('how much money|revenue? do|does|did|have|has|is|are'),
    close: phrase(
      'spend|spent|paid|worth|generated|bought',
      'brought in',
      'spend|spent in total|all?',
      'bring in',
      'spent|spend on average',
      'spend|spent per order|customer',
    ),
    by: [],
  },
  {
    open: phrase('how many orders do|does|did|have|has'),
    close: phrase('place|placed|make|made|have', 'have on average'),
    by: [],
  },
]
