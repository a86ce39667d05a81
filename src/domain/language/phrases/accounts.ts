import { doubtful, type Meaning, question } from '../grammar/meaning.ts'
import { longestIn, type Phrase, phrase } from '../grammar/phrase.ts'
import { type Found, type Parser, type Reading, said } from '../grammar/reading.ts'
import { absentOfAccounts } from './absent-of-accounts.ts'
import { accountRank } from './account-rank.ts'
import { likeCompany } from './like-company.ts'
import { preferred } from './preferred.ts'
import { untold } from './untold.ts'

type Choices = readonly (readonly [label: string, instead: string])[]

/** Words that everybody uses of companies and the people there, and that everybody draws differently. */
const VAGUE: readonly {
  readonly words: Phrase
  readonly asks: string
  readonly choices: Choices
  /** Columns of which a condition beside them says what they mean. */
  readonly settledBy?: readonly string[]
}[] = [
  {
    words: phrase(
      'small|smaller|tiny company|companies|businesses|business|firms|accounts?',
      'smb|smbs|sme|smes',
      'mid market',
      'midmarket',
      'midsize|midsized company|companies|businesses|firms|accounts?',
      'mid|medium size|sized? company|companies|businesses|firms|accounts?',
      'large|larger|big|bigger|huge company|companies|businesses|firms|accounts?',
      'enterprise|enterprises',
      'enterprise companies|accounts|customers|level|size|sized',
    ),
    asks: 'How many employees, or how much revenue?',
    settledBy: ['employees', 'revenue'],
    choices: [
      ['fewer than 50 employees', 'fewer than 50 employees'],
      ['51 to 500 employees', 'between 51 and 500 employees'],
      ['more than 1,000 employees', 'more than 1000 employees'],
    ],
  },
  {
    words: phrase(
      'rich|wealthy|cash-rich|well-off companies|company|firms|accounts|ones?',
      'cash rich companies|firms|accounts?',
    ),
    asks: 'From how much revenue on?',
    settledBy: ['revenue'],
    choices: [
      ['more than $10 million', 'a revenue of more than 10 million'],
      ['more than $100 million', 'a revenue of more than 100 million'],
    ],
  },
  {
    words: phrase(
      'fast|quickly|rapidly growing companies|accounts|businesses?',
      'fast|rapid growers',
      'high growth companies|accounts?',
      'growing|expanding fast|quickly|rapidly?',
      'hypergrowth',
      'scaling|scaleups|scaleup',
      'scale ups',
    ),
    asks: 'How fast, and by what: headcount or open positions?',
    settledBy: ['headcount_growth', 'hiring_velocity'],
    choices: [
      ['headcount up by 20% or more', 'headcount growth of at least 20%'],
      ['headcount up by 50% or more', 'headcount growth of at least 50%'],
      ['hiring', 'hiring'],
    ],
  },
  {
    words: phrase(
      'long - tenured|serving|standing',
      'long tenured|serving|standing',
      'long-tenured|long-serving|long-standing',
    ),
    asks: 'For how long: in the role, or of experience?',
    settledBy: ['years_in_role', 'years_experience'],
    choices: [
      ['more than 3 years in the role', 'with more than 3 years in the role'],
      ['more than 5 years in the role', 'with more than 5 years in the role'],
      ['at least 10 years of experience', 'with at least 10 years of experience'],
    ],
  },
  {
    words: phrase('early stage|stages', 'startup|startups', 'start ups|up'),
    asks: 'Up to which round?',
    settledBy: ['funding_stage'],
    choices: [
      ['Seed or earlier', 'at the funding stage Seed or earlier'],
      ['Series A or earlier', 'at the funding stage Series A or earlier'],
      ['Series B or earlier', 'at the funding stage Series B or earlier'],
    ],
  },
  {
    words: phrase('late|later|growth stage|stages', 'well funded'),
    asks: 'From which round on?',
    settledBy: ['funding_stage'],
    choices: [
      ['Series B or later', 'at the funding stage Series B or later'],
      ['Series C or later', 'at the funding stage Series C or later'],
    ],
  },
  {
    words: phrase(
      'best|top|good|great|ideal|perfect|key|strategic|valuable|important|favourite|favorite customer|customers|client|clients|account|accounts|company|companies|fits|fit?',
      'closed won customers|accounts|deals?',
      'like|similar to our|my|the? best|top|closed|existing? won? customers|accounts|clients|companies',
      'lookalikes|lookalike of?',
    ),
    asks: 'Which accounts count as the best: the customers among them (closed-won), those with the most revenue, or a list or segment of yours?',
    choices: [
      ['those that are customers of ours', 'that are customers of ours'],
      ['those with the most revenue', 'with a revenue of more than 100 million'],
    ],
  },
  {
    words: phrase(
      'senior|seasoned people|contacts|folks|staff|leaders|leadership',
      'anyone|somebody|everyone senior',
      'leadership team?',
    ),
    asks: 'From which level on?',
    settledBy: ['seniority', 'title'],
    choices: [
      ['managers and up', 'managers and up'],
      ['directors and up', 'directors and up'],
      ['VPs and up', 'VPs and up'],
    ],
  },
  {
    // A title beside it does not say it: senior engineers are some engineers.
    words: phrase('senior|seasoned'),
    asks: 'From which level on, or with how much experience?',
    settledBy: ['seniority', 'years_experience'],
    choices: [
      ['managers and up', 'managers and up among'],
      ['directors and up', 'directors and up among'],
      ['at least 10 years of experience', 'with at least 10 years of experience,'],
    ],
  },
  {
    words: phrase('junior people|contacts|folks|staff?', 'entry - level', 'entry level'),
    asks: 'Up to which level?',
    settledBy: ['seniority', 'title'],
    choices: [['individual contributors', 'individual contributors']],
  },
  {
    words: phrase(
      'decision makers|maker',
      'decision - makers|maker',
      'executives|execs|leaders',
      'economic? buyers|buyer',
      'budget owners|holders',
      'champions|influencers|gatekeepers',
      'buying committee',
    ),
    asks: 'Which levels or job titles are they?',
    settledBy: ['seniority', 'title'],
    choices: [
      ['directors and up', 'directors and up'],
      ['VPs and up', 'VPs and up'],
      ['C-level', 'C-level'],
    ],
  },
  {
    words: phrase('that|who|which like|love us', 'fans of ours|us', 'interested in us', 'like us'),
    asks: 'What tells that they do?',
    settledBy: ['relationship'],
    choices: [
      ['they are customers of ours', 'that are customers of ours'],
      ['they are in the pipeline', 'in the pipeline'],
      ['they visited in the last 90 days', 'that had a visit signal in the last 90 days'],
      ['they replied in the last 90 days', 'that had a reply signal in the last 90 days'],
    ],
  },
  {
    words: phrase('private companies|company', 'privately held companies?', 'private'),
    asks: 'Which funding stages do you mean?',
    choices: [['bootstrapped', 'bootstrapped']],
  },
]

const ASKED = VAGUE.map((one) => [one, one.words] as const)

const vague: Parser<Meaning> = (reading, at) => {
  const best = longestIn(reading, at, ASKED)
  if (best === undefined) return undefined
  const named = profileNamed(reading, at, best.end)
  if (named !== undefined) return named
  const { asks, choices, settledBy } = best.value
  const doubt = question(at, best.end, `“${said(reading, at, best.end)}”: ${asks}`, choices)
  return {
    value: { ...doubtful(settledBy === undefined ? doubt : { ...doubt, settledBy }), people: true },
    end: best.end,
  }
}

/** “SMB SaaS” is the name of an ICP where there is one, whatever “SMB” may mean by itself: it is asked whether it is meant. */
function profileNamed(reading: Reading, at: number, end: number): Found<Meaning> | undefined {
  const find = reading.situation.profilesNamed
  const longest = Math.min(reading.tokens.length, at + MOST_WORDS)
  for (let to = longest; find !== undefined && to > end; to--) {
    const [one] = find(said(reading, at, to))
    if (one === undefined) continue
    const kind = one.kind === 'icp' ? 'ICP' : 'persona'
    const says = `“${one.name}” is ${kind === 'ICP' ? 'an ICP' : 'a persona'}. Do you mean those who have it?`
    const choice = [`those of the ${kind} ${one.name}`, `with the ${kind} ${one.name}`] as const
    return { value: { ...doubtful(question(at, to, says, [choice])), people: true }, end: to }
  }
  return undefined
}
const MOST_WORDS = 6

/** What is asked about, and what is refused by name, where companies or the people there are asked for. */
export const accountPhrases: readonly Parser<Meaning>[] = [
  preferred,
  accountRank,
  untold,
  likeCompany,
  vague,
  absentOfAccounts,
]
