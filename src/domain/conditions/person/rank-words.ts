import { longestIn, type Phrase, phrase } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { Level } from '../../titles/lexicon.ts'

/** A rank as it was said: a level that data have a column for, or a title. */
export interface RankSaid {
  /** As titles write it. */
  readonly title: string
  readonly level?: Level
  /** It names a function as well: a CMO needs none behind it. */
  readonly whole?: true
}

const SAID: readonly (readonly [RankSaid, Phrase])[] = [
  [
    { title: 'VP', level: 'VP' },
    phrase('vp|vps', 'vice president|presidents', 'vice - president|presidents'),
  ],
  [{ title: 'SVP' }, phrase('svp|svps', 'senior|sr vp|vps', 'senior vice president|presidents')],
  [{ title: 'EVP' }, phrase('evp|evps', 'executive vp|vps', 'executive vice president|presidents')],
  [{ title: 'Director', level: 'Director' }, phrase('director|directors')],
  [{ title: 'Senior Director' }, phrase('senior|sr director|directors')],
  [{ title: 'Head' }, phrase('head|heads', 'department heads|head')],
  [{ title: 'Manager', level: 'Manager' }, phrase('manager|managers')],
  [{ title: 'Senior Manager' }, phrase('senior|sr manager|managers')],
  [{ title: 'General Manager' }, phrase('general manager|managers', 'gm|gms')],
  [{ title: 'Product Manager', whole: true }, phrase('product manager|managers', 'product owner|owners')],
  [{ title: 'Project Manager', whole: true }, phrase('project manager|managers')],
  [{ title: 'Account Manager', whole: true }, phrase('account manager|managers')],
  [{ title: 'Account Executive', whole: true }, phrase('account executive|executives')],
  [{ title: 'SDR', whole: true }, phrase('sdr|sdrs')],
  [{ title: 'BDR', whole: true }, phrase('bdr|bdrs')],
  [{ title: 'Team Lead' }, phrase('team lead|leads|leader|leaders')],
  [
    { title: 'IC', level: 'IC' },
    phrase('ic|ics', 'individual contributor|contributors', 'ic - level', 'specialist|specialists'),
  ],
  [{ title: 'Analyst' }, phrase('analyst|analysts')],
  [{ title: 'Engineer' }, phrase('engineer|engineers')],
  [{ title: 'Developer' }, phrase('developer|developers')],
  [{ title: 'Designer' }, phrase('designer|designers')],
  [{ title: 'Consultant' }, phrase('consultant|consultants')],
  [{ title: 'Assistant' }, phrase('assistant|assistants')],
  [{ title: 'Intern' }, phrase('intern|interns', 'trainee|trainees')],
  [{ title: 'Recruiter', whole: true }, phrase('recruiter|recruiters')],
  [{ title: 'Buyer' }, phrase('buyers')],
  [
    { title: 'C-level', level: 'C-suite' },
    phrase(
      'c - level|suite|levels',
      'c level|levels|suite',
      'c - level|suite executives|execs',
      'c level|suite executives|execs|titles',
      'cxo|cxos',
      'chiefs',
      'chief officers',
      'csuite|clevel',
    ),
  ],
  [
    { title: 'Founder', whole: true },
    phrase('founder|founders', 'co - founder|founders', 'co founder|founders', 'cofounder|cofounders'),
  ],
  [{ title: 'Owner', whole: true }, phrase('business? owner|owners')],
  [{ title: 'President', whole: true }, phrase('president|presidents')],
  [{ title: 'Managing Director', whole: true }, phrase('managing director|directors')],
  ...[
    'CEO',
    'CFO',
    'CMO',
    'COO',
    'CTO',
    'CIO',
    'CRO',
    'CISO',
    'CHRO',
    'CLO',
    'CPO',
    'CDO',
    'CSO',
    'CCO',
    'CAO',
  ].map((title): readonly [RankSaid, Phrase] => [
    { title, whole: true },
    phrase(`${title.toLowerCase()}|${title.toLowerCase()}s`),
  ]),
  ...[
    'executive',
    'financial',
    'marketing',
    'operating',
    'technology',
    'information',
    'revenue',
    'information security',
    'security',
    'human resources',
    'people',
    'product',
    'data',
    'legal',
    'commercial',
    'customer',
    'growth',
    'strategy',
    'sales',
    'procurement',
    'digital',
    'brand',
    'compliance',
    'risk',
    'scientific',
    'medical',
    'administrative',
  ].map((what): readonly [RankSaid, Phrase] => [
    { title: `Chief ${what.replaceAll(/\b\w/g, (letter) => letter.toUpperCase())} Officer`, whole: true },
    phrase(`chief ${what} officer|officers`),
  ]),
]

/** The longest rank that begins at a token. */
export const rankAt = (reading: Reading, at: number): Found<RankSaid> | undefined =>
  longestIn(reading, at, SAID)

/** How far a rank reaches. */
export type Reach = 'up' | 'down' | 'above' | 'below' | 'level'

const BEHIND: readonly (readonly [Reach, Phrase])[] = [
  [
    'up',
    phrase(
      '- level|levels? and|or up|above|higher|upward|upwards|beyond|over|senior',
      'level|levels? and|or up|above|higher|upward|upwards|beyond|over',
      'level|levels? and|or more senior',
      'level|levels? +',
      'plus',
      'upward|upwards|onward|onwards',
      'on up|upward|upwards',
      'at the? very? least',
      'at|as? a? minimum|min',
      'and|or anyone|everyone|people? above|higher',
    ),
  ],
  [
    'down',
    phrase(
      '- level|levels? and|or down|below|lower|under|junior',
      'level|levels? and|or down|below|lower|under',
      'and|or more junior',
    ),
  ],
  ['level', phrase('- level|levels', 'level|levels', 'level people|contacts', 'seniority')],
]
const BEFORE: readonly (readonly [Reach, Phrase])[] = [
  [
    'up',
    phrase(
      'at the? very? least',
      'a? minimum|min of?',
      'not below|under',
      'no lower than',
      'from',
      'above|over? at least',
    ),
  ],
  ['down', phrase('at most', 'up to', 'not above', 'no higher than')],
  [
    'above',
    phrase(
      'above|over',
      'higher than',
      'more senior than',
      'who|that? are|is|rank above|over',
      'senior to',
      'who|that? rank higher than',
    ),
  ],
  [
    'below',
    phrase(
      'below|under|beneath',
      'lower than',
      'less senior than',
      'more junior than',
      'junior to',
      'who|that? are|is|rank below|under',
      'who|that? rank lower than',
    ),
  ],
]

export function reachBehind(reading: Reading, at: number): Found<Reach> | undefined {
  let best: Found<Reach> | undefined
  for (const [value, words] of BEHIND) {
    const end = words(reading, at)
    if (end > (best?.end ?? at) && !joins(reading, end)) best = { value, end }
  }
  return best
}

/** "Director + VP" and "sales managers + sales directors" are two ranks, where "Director +" reaches up. */
const joins = (reading: Reading, end: number): boolean =>
  reading.tokens[end - 1]?.word === 'plus' && [end, end + 1].some((at) => rankAt(reading, at) !== undefined)

export function reachBefore(reading: Reading, at: number): Found<Reach> | undefined {
  for (const [value, words] of BEFORE) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  return undefined
}
