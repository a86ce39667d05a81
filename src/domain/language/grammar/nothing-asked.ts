import { longestIn, type Phrase, phrase } from './phrase.ts'
import { type Reading, remembered } from './reading.ts'

/** Something that people may say nothing is asked of, by its nouns, and what of criteria tests it. */
interface Aspect {
  /** One of it, in words that stand for a single token. */
  readonly one: string
  readonly many: string
  /** In front of its nouns: “funding stage”. */
  readonly before?: string
  readonly tested: RegExp
}

const PLACE: Aspect = {
  one: 'country|location|place|region|geography|geo|nationality|city|state|market',
  many: 'countries|locations|places|regions|geographies|geos|nationalities|cities|markets',
  tested: /"field":"(?:country|region|city|postcode)"|"type":"distance"/,
}

const OTHERS: readonly Aspect[] = [
  { one: 'level|seniority|rank', many: 'levels|seniorities|ranks', tested: /"field":"(?:seniority|title)"/ },
  {
    one: 'function|department|team|discipline',
    many: 'functions|departments|teams|disciplines',
    before: 'job|business',
    tested: /"field":"(?:function|title)"/,
  },
  {
    one: 'title|role',
    many: 'titles|roles',
    before: 'job',
    tested: /"field":"(?:title|seniority|function)"/,
  },
  {
    one: 'industry|sector|vertical',
    many: 'industries|sectors|verticals',
    tested: /"field":"industry"/,
  },
  {
    one: 'size|headcount',
    many: 'sizes',
    before: 'company|firm|business|team',
    tested: /"field":"(?:employees|revenue)"/,
  },
  { one: 'stage', many: 'stages', before: 'funding', tested: /"field":"funding_stage"/ },
  { one: 'company|employer|firm', many: 'companies|employers|firms', tested: /"type":"works_at"/ },
  { one: 'gender|sex', many: 'genders|sexes', tested: /"field":"gender"/ },
  { one: 'age', many: 'ages', before: 'their', tested: /"field":"birthday"|"age"/ },
]

const IDLE = 'irrelevant|unimportant|open|whatever|any|anything|fine|secondary|negotiable'

function saysAny({ one, many, before }: Aspect): Phrase {
  const noun = before === undefined ? one : `${before}? ${one}`
  const both = before === undefined ? `${one}|${many}` : `${before}? ${one}|${many}`
  return phrase(
    `of|at|on|in|from|across? any|every ${noun} whatsoever|goes|welcome|accepted|ok|okay?`,
    `any|every ${noun} is|will|would fine|ok|okay|do|good|welcome`,
    `of|at|on|in|from|across? all|every ${many}`,
    `across ${many}`,
    `${one} - agnostic|independent`,
    `${one} agnostic`,
    `whatever|whichever the|their|its|his|her? ${noun} is|may|might? be?`,
    `whatever|whichever ${noun} they|it|he|she are|is|work|works in|at|from|for?`,
    `no|not matter the|what|which|their|its|in? what|which? ${both} they|it|is|are|work? is|are|in|at|from|for?`,
    `regardless|irrespective|independent|independently of the|their|its|what|which? ${both} they|it? are|is|work? in|at|from?`,
    `the|their|its? ${both} do|does not matter|count here|much|at|to? all|us|me?`,
    `the|their|its? ${both} is|are|can|may|could be? ${IDLE} to|for? us|me?`,
    `the|their|its? ${both} is|are not important|relevant|a? factor|filter|criterion|requirement?`,
    `i|we? do not care|mind about? the|their|which|what? ${both}`,
    `no|without|with a|any|no? ${noun} filter|limit|limits|restriction|restrictions|requirement|requirements|preference|condition|constraint|constraints`,
    `no|without|with a|any|no? restriction|restrictions|limit|limits|filter|requirement|preference|condition|constraint|constraints|preferences on|of|for|about|as|regarding to? the|their? ${both}`,
    `${noun} : any|all|open|whatever`,
  )
}

/**
 * How people order, which is asked of their orders: “across all channels” may be through each of them, so that only what
 * says that it does not matter is read here.
 */
function doesNotMatter(noun: string): Phrase {
  return phrase(
    `whatever|whichever the|their? ${noun} is|was|used?`,
    `regardless|irrespective|independent|independently of the|their|which|what? ${noun} they? used|use|is?`,
    `no|not matter the|what|which|their? ${noun} they|it|is|was? used|use|is|was?`,
    `the|their? ${noun} do|does not matter`,
    `any ${noun} whatsoever|goes`,
  )
}
const WAYS: Table = [
  [/"channel":/, doesNotMatter('sales|order? channel')],
  [/"device":/, doesNotMatter('device')],
]

const place = [PLACE.tested, saysAny(PLACE)] as const
const others = OTHERS.map((aspect) => [aspect.tested, saysAny(aspect)] as const)

const anywhere = phrase(
  'worldwide|globally|internationally',
  'world|globe - wide',
  'anywhere',
  'from|in|at anywhere|everywhere',
  'from|in|at? anywhere|everywhere in|on|around the world|globe|planet',
  'all over|around|across the world|globe|map',
  'around|across|throughout the world|globe',
  'wherever|anywhere they|people|these|those? happen|may|might? to? are|be|live|sit|work|is|based|located|come? from|in|based|located?',
  'no|not matter where they|people|he|she? are|is|live|sit|work|based|located|come? from|based|located?',
  'regardless|irrespective of where they|people are|live|sit|work|come from|based|located?',
  'i|we? do not care|mind where they are|live|sit|work|come from|based|located?',
)

/** What limits nobody any further: “the rest is fair game”. */
const anythingElse = phrase(
  'the? rest|remainder|others is|are|can be? fair game',
  'the? rest|remainder|others is|are|can be? fine|ok|okay|open|good|welcome|allowed|irrelevant|unimportant|secondary with|by|to|for? us|me?',
  'the? rest|remainder do|does not matter',
  'everything|anything|everyone|everybody|anyone|anybody|all else is|are fair game',
  'everything|anything|everyone|everybody|anyone|anybody|all else is|are fine|ok|okay|open|welcome|allowed|irrelevant|unimportant|good',
  'everything|anything|everyone|everybody|anyone|anybody else goes|counts|stays|qualifies',
  'nothing else matters|counts|required|needed',
  'otherwise? anything goes',
  'no|without other|further|more|additional conditions|restrictions|filters|requirements|limits|criteria|constraints',
)

/** “Anywhere but France” says where. */
const GOES_ON = /^(?:but|else|outside|apart|other|within|near|save)$/

type Table = readonly (readonly [tested: RegExp | undefined, words: Phrase])[]
const WITH_A_PLACE: Table = [place, ...others, ...WAYS, [undefined, anythingElse]]
const EVERYTHING: Table = [[PLACE.tested, anywhere], ...WITH_A_PLACE]

/**
 * “Whatever the industry”, “any department”, “wherever they are”: said, and no test of anybody. Of criteria at hand
 * that test it, it takes the test back, which is no small word.
 */
export const nothingAsked: Phrase = remembered((reading, at) => {
  // “All” has been read as who is asked for: “all industries, Germany”.
  const from = reading.tokens[at - 1]?.word === 'all' ? at - 1 : at
  const somewhere = anywhere(reading, from)
  const found = longestIn(
    reading,
    from,
    somewhere >= 0 && goesOn(reading, somewhere) ? WITH_A_PLACE : EVERYTHING,
  )
  if (found === undefined || found.end <= at || goesOn(reading, found.end)) return -1
  const { criteria } = reading.situation
  const tested = found.value !== undefined && criteria !== undefined
  return tested && found.value.test(JSON.stringify(criteria)) ? -1 : found.end
})

const goesOn = ({ tokens }: Reading, at: number): boolean => GOES_ON.test(tokens[at]?.word ?? '')
