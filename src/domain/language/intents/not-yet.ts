import { type Phrase, phrase } from '../grammar/phrase.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { askBack, type Commanded, type ReadCriteria } from './commanded.ts'

/** Requests for what does not exist yet; named, so that nothing else is done instead. */
const NOT_YET: readonly (readonly [Phrase, string, string])[] = [
  [
    phrase('sync|push|upload', 'send|push|sync to klaviyo|mailchimp|hubspot|facebook|google|meta'),
    'sending to other programs',
    'Muster sends nothing to other programs. It writes files of saved segments, once a human has confirmed it: “export VIP as CSV”, “export VIP for Klaviyo”.',
  ],
  [
    phrase(
      'which|what segments|lists|audiences is|are|does|do|was|were|has|contain|contains|include|includes',
      'what|which segment|list|audience is|are|was|does|has|contains|includes',
    ),
    'the segments of one customer',
    'One segment can be asked about at a time: “is anna@example.com in VIP?”, “why is customer 42 in Champions?”. In which segments somebody is can’t be asked at once yet.',
  ],
  [
    phrase(
      'compare',
      'overlap|intersection|difference',
      'how much do|does',
      'what is the overlap|difference|intersection',
      'venn',
    ),
    'comparisons of other things than segments',
    'Two saved segments or lists can be compared by their names: “compare VIP and Champions”. Nothing else can be compared yet.',
  ],
  [
    phrase(
      'what has|did? changed|change',
      'how has|did',
      'history of?',
      'how has|did',
      'what changed',
      'who changed|edited|created|made',
      'when was|did',
      'show the? history|changes|versions|log',
      'trend|trends',
    ),
    'history of other things than segments',
    'What was changed, by whom and when, can be asked of everything or of a saved segment: “what changed since Monday?”, “history of VIP”. Trends and histories of other things can’t be asked yet.',
  ],
  [
    phrase(
      'where do|are|is',
      'what is the|our|their|my average|avg|total|median|mean|sum|most|top|revenue|share|breakdown|distribution|split|aov|ltv|conversion',
      'what share|percentage|percent|proportion|part',
      'which country|city|product|category|brand|channel|region|products|segment|month',
      'break|breakdown|chart|graph|plot|visualize|visualise',
      'how much do|did|have|revenue|money|was|is',
      'average|median|total of|order|spend|revenue by|for|in|per|of',
      'what do they|these|those|our',
      'when do|did',
      'top products|categories|cities|countries',
    ),
    'figures about people',
    'Of customers I can tell the average and total spend, the average order, the number of orders, and how they spread over countries, cities, categories and the like: “average order value of VIP”, “top cities of Champions”. Other figures can’t be asked yet.',
  ],
  [
    phrase('archive|unarchive|pause|unpause|deactivate|suspend|disable|mothball|shelve'),
    'an archive of segments',
    'Segments have no archive and are not switched on or off, now or at a later time: they are counted whenever they are asked for, and a list from elsewhere is kept where it comes from. A segment of your own can be deleted, and “undo” brings it back; ICPs and personas can be archived: “archive SMB SaaS”.',
  ],
  [
    phrase(
      'activate|publish|enable',
      'set it|the|live|status|to',
      'make it|the live|public|active|draft',
      'mark as',
      'split',
      'share|invite',
      'set|go live',
      'push live',
      'auto refresh',
      'import|upload|add customers',
    ),
    'this change',
    'This change is not available yet.',
  ],
]

const CAME =
  'come|came|coming|were|was|are|did|do|does|have|had|has|been|there|we|i|get|got|receive|received|take|took|made|make|placed|sold|sell'
const howManyOrders = phrase(
  `how many orders|purchases|sales ${CAME}? ${CAME}? ${CAME}? in?`,
  `what number of orders|purchases|sales ${CAME}? ${CAME}? ${CAME}? in?`,
  `what is the number of? orders|purchases|sales ${CAME}? ${CAME}? ${CAME}? in?`,
  'count the|all? orders|purchases|sales',
)

/** "how many orders came in through the marketplace?": people are counted, who ordered that way. */
function ordersCounted(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const { tokens, situation } = reading
  const opened = howManyOrders(reading, start)
  if (opened < 0 || criteriaOf(start, tokens.length) !== undefined) return undefined
  if (situation.vocabulary.filled('id') === 0) return undefined
  const rest = said(reading, opened, tokens.length).replace(/[?.!\s]+$/u, '')
  const text = `customers who ordered ${rest}`.trim()
  return askBack(
    reading,
    'Orders by themselves can’t be counted yet: I count the customers who placed them, each once however often they ordered. Shall I count those?',
    [text],
  )
}

/** "who changed jobs" tells of people, and asks for no history. */
const changedJobs = phrase('who changed their? job|jobs|role|roles|position|positions|employer|employers')

/** Words such as "total" also begin plain conditions: "total spend above 400". */
export function notYet(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const orders = ordersCounted(reading, start, criteriaOf)
  if (orders !== undefined) return orders
  // "push that to 500" moves a number, and sends nothing.
  if (wordAt(reading, start) === 'push' && reading.tokens.some(({ number }) => number !== undefined))
    return undefined
  const found = NOT_YET.find(([words]) => words(reading, start) >= 0)
  if (changedJobs(reading, start) >= 0) return undefined
  // Reading the whole message again is for those few messages alone.
  if (found === undefined || criteriaOf(start, reading.tokens.length) !== undefined) return undefined
  return { kind: 'refused', missing: found[1], reason: found[2] }
}
