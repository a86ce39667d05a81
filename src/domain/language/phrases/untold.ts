import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Parser } from '../grammar/reading.ts'

/** What could be told only by reckoning with two columns, or with what was before: named with what can be asked instead. */
const UNTOLD: readonly { readonly name: string; readonly words: Phrase; readonly says: string }[] = [
  {
    name: 'ratios of columns',
    words: phrase(
      'revenue|sales|spend|turnover|income per|by|for each|every? employee|head|person|fte|staff|capita',
      'per employee|head|capita|fte',
      'employees|people per dollar|million|office',
      'open? roles|positions per|for each|every? employee|head|person',
    ),
    says: 'One column divided by another can’t be told: ask for each by itself, such as “revenue above 10 million and fewer than 50 employees”.',
  },
  {
    name: 'promotions',
    words: phrase(
      'promoted|promotion|promotions in|within|over|during? the? last|past? year|quarter|month?',
      'got|been|were|was|recently|just|newly promoted',
    ),
    says: 'Promotions are not recorded: how long somebody is in the role is, such as “in role under 3 months”, which holds new hires as well.',
  },
  {
    name: 'one column beside another',
    words: phrase(
      'half|most|all|majority|third|quarter of their|the|his|her? career|working? life|experience|years',
      'whole|entire career',
    ),
    says: 'One column can’t be compared with another: ask for each by itself, such as “at least 5 years in role and under 10 years of experience”.',
  },
  {
    name: 'one of each company',
    words: phrase(
      'the? most|least senior|junior person|people|contact|contacts|one|marketing|sales|finance|security|data|hr|engineering|operations|revops? person|people|contact?',
      'the? highest ranking|ranked person|contact|people?',
      'one|1|a single? person|contact|people per|from|at|in|of each|every|company|account|firm company|account|firm?',
      'one|1|a single? person|contact|people from|at|in|of each|every|company|account company|account|firm?',
      'one|1 per company|account|firm',
    ),
    says: 'One person of each company can’t be picked: ask for a level, such as “directors and up in marketing”.',
  },
]

/** `revenue per employee`, `promoted last month`, `one contact per company`. */
export const untold: Parser<Meaning> = (reading, at) => {
  for (const { name, words, says } of UNTOLD) {
    const end = words(reading, at)
    if (end >= 0) return { value: doubtful({ ...missing(at, end, name, says), understood: true }), end }
  }
  return undefined
}
