import type { Token } from '../tokens/token.ts'

/** What may stand in a title. */
export const isTitleWord = ({ kind, word }: Token): boolean =>
  (kind === 'word' && !SAYS_SOMETHING.test(word)) || word === ','

/** "wave 3:", "test 2:" */
export const isNumbered = ({ kind }: Token, before: Token | undefined): boolean =>
  kind === 'number' && NUMBERED.test(before?.word ?? '')
const NUMBERED =
  /^(?:wave|batch|phase|part|version|step|test|flow|list|group|segment|cohort|tier|campaign|draft|option|idea|sprint|round|variant|audience)$/

/** Words that say what has to hold of what follows, or who is left out: no title. */
const SAYS_SOMETHING =
  /^(?:or|not|no|in|from|with|without|never|none|neither|nor|any|all|both|either|each|one|these|those|following|must|only|unless|if|but|except|exclud\w*|omit\w*|skip\w*|ignor\w*|remov\w*|drop\w*|minus|less|out|required|optional|forbidden|provided|despite|haves?)$/
