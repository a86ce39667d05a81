import type { Operator } from '../../conditions/shared/comparison.ts'
import { phrase } from './phrase.ts'

export type Tested = { readonly op: Exclude<Operator, 'between'>; readonly words: ReturnType<typeof phrase> }

/** Comparisons exactly as DESIGN, section 5, reads them. The longest that fits wins. */
export const BEFORE: readonly Tested[] = [
  {
    op: '>',
    words: phrase(
      'more|greater|higher|bigger|larger than',
      'over',
      'above',
      'exceeding|exceeds|exceed|exceeded|surpassing|surpasses|surpassed|topping|tops|topped',
      'in excess of',
      'is|are|was|were? north of',
      'upwards of',
      'is|are|was|were? well over|above',
      'is|are|was|were over|above',
      '>',
      'beyond',
      'was|is|are|were? more|greater|higher than',
      'more often|frequently than',
      'not just|only|merely',
    ),
  },
  {
    op: '>=',
    words: phrase(
      'is|are|was|were? at least',
      'at the? very? least',
      'minimum|min of?',
      'a minimum of',
      'a good',
      'no|not less|fewer|lower than',
      'not under|below',
      '>=',
      'from at least',
      'at|equal to? or above|over|beyond',
      'equal to or more|greater|higher than',
    ),
  },
  {
    op: '<',
    words: phrase(
      'is|are|was|were? less|fewer|lower|smaller than',
      'less often|frequently than',
      'is|are|was|were? under|below',
      'beneath',
      'south of',
      '<',
      'short|shy of',
    ),
  },
  {
    op: '<=',
    words: phrase(
      'at most',
      'at the most',
      'up to',
      'maximum|max of?',
      'a maximum of',
      'no|not|never more|greater|higher than',
      'not over|above|exceeding',
      'no higher|larger|bigger than',
      'capped at',
      'at|equal to? or below|under|beneath',
      'equal to or less|fewer|lower than',
      '<=',
    ),
  },
  {
    op: '=',
    words: phrase(
      'exactly',
      'precisely',
      'only',
      'just',
      'equal to',
      'equals',
      '=',
      'only ever',
      'of exactly',
    ),
  },
]
/** Comparisons behind their number. */
export const AFTER: readonly Tested[] = [
  {
    op: '>=',
    words: phrase(
      'or more|higher|above|over|greater|better|larger|bigger|up|upwards|longer',
      'plus',
      'and up|above|over|higher|more|upwards|upward',
      'upwards|upward',
      'or beyond|better',
      'at? a? minimum|min',
      'at least',
      'at the very? least',
      'at the minimum',
      'or more often|frequently',
    ),
  },
  {
    op: '<=',
    words: phrase(
      'or less|fewer|lower|under|below|smaller',
      'and below|under|less',
      'at? a? maximum|max',
      'at most',
      'at the very? most',
      'at the maximum',
      'or less often|frequently',
      'tops',
    ),
  },
  {
    op: '=',
    words: phrase(
      'exactly',
      'only',
      ',|and|but? no|never more',
      'and|but not again',
      ',? no more ,? no less|fewer',
    ),
  },
]
