import { formerEmployer } from '../grammar/former-employer.ts'
import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { beginning, type Phrase, phrase } from '../grammar/phrase.ts'
import { type Parser, type Reading, wordAt } from '../grammar/reading.ts'

interface Absent {
  readonly name: string
  readonly words: Phrase
  /** It is absent of people alone. */
  readonly of?: 'person'
  /** The words behind it say what of: "love cold calling". */
  readonly takesRest?: true
  /** Signals tell it, where there are any. */
  readonly unlessSignals?: true
}

/** What no file of companies, people and signals holds. */
const ABSENT: readonly Absent[] = [
  {
    name: 'competitors',
    words: phrase(
      'competitor|competitors',
      'our|my competitors',
      'compete|competes|competing with us?',
      'competition',
    ),
  },
  {
    name: 'deals and contracts',
    words: phrase(
      'deal|deals size|value|amount|stage?',
      'contract|contracts value|size|renewal?',
      'arr|mrr|acv',
      'opportunity|opportunities value|size|stage?',
      'renewal|renewals date?',
      'lost|won|closed last|this|in year|quarter|month?',
    ),
  },
  { name: 'website traffic', words: phrase('web|website|site? traffic', 'monthly visitors') },
  { name: 'profit', words: phrase('profit|profits|profitable|profitability|ebitda|margin|margins') },
  { name: 'founding years', words: phrase('founded|established|incorporated', 'company age', 'years old') },
  {
    name: 'ratings by others',
    words: phrase('g2|glassdoor|trustpilot|crunchbase rating|reviews|score|rank?', 'best places to work'),
  },
  {
    name: 'messages to people at companies, and what became of them',
    of: 'person',
    takesRest: true,
    words: phrase('opened|clicked|open|opens|click|clicks|ignored|received on? an|any|our|the|my'),
  },
  {
    name: 'orders of companies and of the people there',
    words: phrase(
      'bought|ordered|purchased|spent|buys|orders|spend|spending|shopped',
      'order|orders|purchase|purchases',
      'average order value',
      'abandoned carts?',
      'opened|clicked an|our|the|any? email|emails|newsletter?',
      'subscribed|unsubscribed|subscribers',
      'rfm',
    ),
  },
  {
    name: 'who reports to whom',
    words: phrase(
      'report|reports|reporting|answers|answer in? to',
      'do|does|did|would they|he|she|these|those? report|answer in? to',
      'their|his|her|whose|the boss|bosses|superior|superiors|supervisor|supervisors',
      'their|his|her managers|manager|reports|subordinates',
      'direct|indirect reports',
      'org chart|charts',
      'reporting line|lines',
    ),
  },
  {
    name: 'offices, shops and other sites of companies',
    words: phrase(
      'venue|venues|offices|stores|shops|outlets|outlet|branches|restaurants|warehouses|factories|sites|showrooms|clinics',
      'office|store|shop|branch|site locations|location|count',
      'retail|physical? locations',
    ),
  },
  {
    name: 'investors',
    takesRest: true,
    words: phrase(
      'investor|investors|backers',
      'vc|pe|private|venture equity|capital? backed|owned|funded',
      'backed|funded|owned by',
    ),
  },
  {
    name: 'when rounds of funding were raised',
    words: phrase(
      'raised|raising|closed|secured|got|received|announced a|an|their|its|new|fresh? money|capital|funding|round|investment|cash|rounds',
      'raised|raising|funded recently|lately',
      'recently|newly|freshly|just funded|raised',
      'last|latest|most? recent? round|raise',
      'fundraise|fundraised|fundraising',
    ),
    unlessSignals: true,
  },
  {
    name: 'growth of revenue',
    words: phrase(
      'growing|grew|increased|increasing|doubled|doubling|shrinking their|its|the? revenue|sales|turnover',
      'revenue|sales|turnover growth|growing|growth rate',
      'revenue|sales|turnover is|are growing|shrinking|up|down|increasing|falling|declining',
      'revenue|sales|turnover grew|doubled|fell|increased|declined|shrank',
      'revenue|sales|turnover|arr is|are? growing|up|down by|at|over|more? than?',
      'growth of|in their|its|the? revenue|sales|turnover|arr',
      'arr growth|growing|growth rate|grew',
    ),
  },
  {
    name: 'gender of people at companies',
    of: 'person',
    words: phrase(
      'female|male|women|woman|men|man|ladies|gentlemen|guys|girls|nonbinary',
      'gender|sex is|: female|male',
    ),
  },
  {
    name: 'age of people at companies',
    of: 'person',
    takesRest: true,
    words: phrase('aged', 'ages', 'between the ages of', 'age|ages :|=|is|range|group?'),
  },
  {
    name: 'age of people at companies',
    of: 'person',
    words: phrase(
      'aged|older|younger than|over|under|above|below|between',
      'in their twenties|thirties|forties|fifties|sixties',
      'years of age',
      'gen z|x|y',
      'millennials|millennial|boomers|boomer|birthday|birthdays',
    ),
  },
  {
    name: 'interests of people at companies',
    of: 'person',
    takesRest: true,
    words: phrase(
      'love|loves|loving|enjoy|enjoys|hate|hates|like|likes a|an|the|to?',
      'interested|keen in|on',
      'hobby|hobbies|interests',
      'passionate|enthusiastic about',
    ),
  },
  {
    name: 'promotions of people',
    of: 'person',
    words: phrase(
      'who|that? got|were|was|have|has|been? just|recently? promoted this|last|past? year|quarter|month?',
      'who|that? earned|received|had a promotion',
      'promotion|promotions',
    ),
    unlessSignals: true,
  },
  {
    name: 'direct dials of people at companies',
    of: 'person',
    words: phrase(
      'with|have|has|having a|an|the|their? direct|mobile|cell|work? dial|dials|phone|phones|number|numbers',
      'direct dial|dials|line|lines',
      'direct|mobile|cell|work phone|number|numbers',
    ),
  },
  {
    name: 'earlier jobs and schooling of people',
    of: 'person',
    words: phrase(
      'previously|formerly|earlier|before at|worked|with|employed',
      'worked|working at|for|with before|previously|earlier',
      'used to work at|for|with',
      'ex googlers|employees|colleagues',
      'alumni|alumnus|graduates|graduated|degree|degrees|mba|phd|studied|university',
      'job hoppers|hopper|hopping',
      'former|formerly employees|employee|staff|people|colleagues? of|at?',
    ),
  },
  { name: 'earlier jobs and schooling of people', of: 'person', words: formerEmployer },
  {
    name: 'which languages people speak',
    of: 'person',
    takesRest: true,
    words: phrase(
      'speak|speaks|speaking|fluent|bilingual|multilingual in?',
      'native speakers|speaker of?',
      'mother tongue',
    ),
  },
  {
    name: 'schooling',
    of: 'person',
    takesRest: true,
    words: phrase('went|go|goes to school|college|university?', 'studied|educated|graduated at|in|from?'),
  },
  {
    name: 'skills and certificates of people',
    of: 'person',
    takesRest: true,
    words: phrase(
      'know|knows|knowing how? to?',
      'skills|skill|skilled in|at|with?',
      'certified|certification|certifications in|by?',
    ),
  },
  {
    name: 'how many people report to somebody',
    of: 'person',
    takesRest: true,
    words: phrase(
      'with|lead|leads|leading|manage|manages|managing|run|runs|running a|an? team|teams bigger|larger|smaller|of|over|above|under|below than?',
      'team size',
    ),
  },
  {
    name: 'budgets',
    takesRest: true,
    words: phrase('budget|budgets over|of|above|under|below?', 'spending power'),
  },
  {
    name: 'how satisfied anybody is',
    words: phrase('nps|csat', 'net promoter score?', 'customer satisfaction'),
  },
  {
    name: 'certificates of companies',
    words: phrase(
      'soc|iso 2|1|27001|9001',
      'soc2|hipaa|gdpr|pci compliant|certified|compliance?',
      'b corps|corp',
    ),
  },
  {
    name: 'social media',
    words: phrase(
      'linkedin|twitter|facebook|instagram|tiktok|youtube',
      'follow|follows|following|followers us?',
    ),
  },
]

const absentAt = beginning(ABSENT, ({ words }) => words)

/** What is named as missing where companies or the people there are asked for. */
export const absentOfAccounts: Parser<Meaning> = (reading, at) => {
  let best: { found: Absent; end: number } | undefined
  for (const found of absentAt(reading, at)) {
    const end = isAbsent(found, reading) && !isTrade(reading, at) ? found.words(reading, at) : -1
    if (end > (best?.end ?? at)) best = { found, end }
  }
  if (best === undefined) return undefined
  const { name, takesRest } = best.found
  const end = takesRest === true ? restEnd(reading, best.end) : best.end
  const says = `The data holds nothing of ${name}.`
  // Whoever says it speaks of them: it is understood, so far as that goes.
  return { value: doubtful({ ...missing(at, end, name, says), understood: true }), end }
}

/** "Software shops" are companies. */
const isTrade = (reading: Reading, at: number): boolean =>
  /^(?:shops|stores|outlets|clinics|restaurants)$/.test(wordAt(reading, at)) &&
  Array.from({ length: at }, (_, from) => reading.links.at(from)).some((links) =>
    links.some(({ field, end }) => field === 'company.industry' && end === at),
  )

const isAbsent = ({ of, unlessSignals }: Absent, { entity, situation }: Reading): boolean =>
  (of === undefined || of === entity) &&
  !(unlessSignals === true && situation.vocabulary.filled('signal.id') > 0)

function restEnd({ tokens }: Reading, from: number): number {
  let end = from
  while (end < tokens.length && end - from < MOST_BEHIND && BEHIND.test(tokens[end]?.word ?? '')) end++
  return end
}
const MOST_BEHIND = 4
/** No sign, and nothing that goes on with something else. */
const BEHIND =
  /^(?!(?:and|or|but|in|at|from|with|who|whose|that|which|not|on|for)$)[\p{L}\p{N}][\p{L}\p{N}'’.,-]*$/u
