import type { Entity } from '../../entities/entity.ts'
import { nothingAsked } from './nothing-asked.ts'
import { type Phrase, phrase } from './phrase.ts'

const customers = phrase(
  'customer|customers|people|person|persons|whoever|everyone|everybody|anyone|anybody|folks|users|user|clients|client|contacts|contact|those|ones|shoppers|individuals|members|profiles|recipients|audience|all|guys|somebody|someone',
  'all|the|every|our|my? customers|people|contacts|users|clients|profiles',
  'every customer|person|user|contact|client',
  'the ones',
  'customer base',
  'accounts',
  'customers|people who are',
  'residents|inhabitants|locals',
  'account holder|holders',
  'the? account owner|owners',
)

const companies = phrase(
  'company|companies|anyone|anybody|everybody|account|accounts|firm|firms|business|businesses|organisation|organisations|organization|organizations|org|orgs|corporations|employers|vendors|those|ones|all|everyone|everything|shops|players|logos|brands|brand|merchants|sellers',
  'all|the|every|any|our|my? companies|accounts|firms|businesses|organisations|organizations|logos',
  'every|any|each company|account|firm|business|organisation|organization',
  'anything|something',
  'the ones',
  'target|named accounts|companies',
  'accounts|companies list',
)
const contacts = phrase(
  'people|person|persons|contact|contacts|lead|leads|individuals|professionals|everyone|everybody|anyone|anybody|folks|those|ones|all|guys|somebody|someone|staff|employees|colleagues',
  'all|the|every|any|our|my? people|contacts|leads|professionals|individuals',
  'every|any|each person|contact|lead',
  'the ones',
  'people who are',
  'business|work contacts|people',
)

/** Words for whom a request asks: for customers, companies or people there, as the message is read. */
export const HEADS: Readonly<Record<Entity, Phrase>> = {
  customer: customers,
  company: companies,
  person: contacts,
}

/** They say nothing by themselves; "all orders" and "all together" are no people. */
export const people: Phrase = (reading, at) => {
  // Behind whom the same message leaves out they are all that remain; of what is at hand they are the others.
  const rest = reading.situation.criteria === undefined ? everyoneElse(reading, at) : -1
  if (rest >= 0) return rest
  const end = HEADS[reading.entity](reading, at)
  return end === at + 1 && reading.tokens[at]?.word === 'all' && ofDeeds(reading, end) >= 0 ? -1 : end
}

const everyoneElse = phrase('everyone|everybody|anyone|anybody|all|people else')

/** "all their orders", "all together they spent" */
const ofDeeds = phrase('together', 'of? their|the? orders|purchases|emails|mails|visits|baskets|carts')

/** What begins a clause about the people before it. */
export const relative = phrase(
  'who|that|which|whose|where|whom|having|with',
  'who|that have|has|had|are|is|were|was|also|did|do|then',
  'and who|that|which|whose',
  'where they|the customer|customers|company|companies|account|person?',
  'they|he|she|them',
  'if|as long as they?',
  'such that they?',
  'among|amongst|within',
  'out of those|the?',
  'filtered by|to|on',
  'with the following',
  'that|who? match|matches|matching|meet|meets|meeting|satisfy|satisfies|satisfying|fulfil|fulfill|fulfilling|tick|ticks|ticking',
)

/** Idioms that carry no condition, wherever they stand. */
export const IDIOMS: readonly string[] = [
  'as well',
  'side by side',
  'the? whole|entire of?',
  'you know',
  'i think|guess|mean|reckon|suppose|believe',
  // Thanks, however heartily.
  'so? many|huge|big thanks',
  'lots of thanks',
  'thanks|cheers|ta a lot|million|mil|mill|bunch|ton|heap|heaps',
  'thanks|cheers|ta heaps|loads|tons|much|lots',
  'thanks|thank so|very|ever? much',
  'thanks in advance|anticipation',
  'thank you|u so|very|ever? much|kindly?',
  'thank you in advance',
  'much|really|greatly appreciated',
  'really? appreciate it|this|that',
  'you are the|a? best|star|legend|lifesaver|great|awesome',
  'cheers|ta|merci|gracias|danke|grazie',
  // What somebody does not know of what they ask changes nothing of it.
  'idk|dunno',
  'i do not know',
  'i dunno',
  'not? too|so|quite|entirely? sure but',
  'imo|imho|afaik|iirc|fyi|lmk|lol|haha|hehe|omg|smh|wow|whoa|yikes|oof|ooh',
  'that? we|i|you have got',
  'in total|all|particular|general',
  ',? all|their orders|purchases put|taken|added|counted together|up',
  'in|from our|the|your|my own? database|data|system|systems|records|db|books|files|dataset',
  'at all',
  'are|is|were|was there',
  'so far',
  'at some|any|one stage|point|time|moment',
  'on file|record',
  'on|in the|their|his|her customer? profile|profiles|record|records',
  // "orders this month from people who …"
  'from|by people|customers|someone|somebody|anyone|anybody|those|shoppers|buyers|folks who|that|in|with',
  'themselves|himself|herself',
  '.|,|-? the? number|count|amount|total|size and|plus|& the? percentage|percent|share|proportion',
  'to their name',
  'under their belt',
  'in|over|during|throughout|across|within their|the|a whole|entire? lifetime|time|lives|life|history',
  'over the years',
  'all told',
  'all in',
  'since|from day one|1|dot',
  'since joining|registering|subscribing',
  'since they joined|registered',
  'since signing up',
  // What is asked for in any order is asked for as it is.
  ',? and|but? though|although|but not necessarily|always in? the|one? same|single? together|once|order|basket|purchase',
  'not necessarily in? the|one? same|single? together|once|order|basket|purchase',
  'the? people|customers|buyers|ones|names behind them|those|these|it',
  'if possible',
  'and|or so on',
  '. . .',
  'to date',
  'of all time',
  'at the moment',
  'as of today|now|yet',
  'as of this moment',
  'as of right now',
  'all time',
  'at any time',
  'any time',
  'anytime',
  'with us',
  'to|against|under|behind their|his|her name|names|credit',
  'on their|the books|record|account',
  'after all',
  ',? no|not|neither more ,? and|or|nor? no|not? less|fewer',
  'in either of? these|those|the? group|groups',
  'in fact',
  'as it turns|happens out?',
  'no|without|minus|excluding|removing duplicates|duplicate|dupes|repeats|doubles',
  'each|everyone|everybody counted|listed|shown? only? once',
  'deduped|deduplicated|de duped|deduplicated',
  '.|,? whichever|whatever|whatsoever it|that|of these|them? is|be|was|may? be?',
  '.|,? either way ,?',
  ',? in any|either case',
  'show|list|give|tell me|us please?',
  'as|in|to a|an? csv|excel|xlsx|spreadsheet file?',
  'let me|us know|see',
  // "store orders last week: who made them?" asks for those who did.
  'who has|have? made|placed|did them|those|these ?',
  'show|list|preview|count|display it|them|that to? me|us?',
  ',? is|being the|my|our only|sole|one|single condition|criterion|criteria|requirement|filter|rule',
  'of course',
  'in|into a|one single|big? audience|segment|list|group',
  // A score that does not matter limits nobody.
  'whatever|whichever the|their? recency|frequency|monetary|money|spend|spending score|value|rating?',
  '( one|either|any of? the|these|those|them? two|both? is|are|would be enough|fine|sufficient|ok|okay )',
  ',|-? one|either|any of? the|these|those|them? two? is|are|would be enough|fine|sufficient|ok|okay',
  ',|-? one|either|any of? the|these|those|them? two? is|are enough|fine|sufficient|ok|okay',
  ',|-|(? either|any 1|one is|are|was|will|would be? fine|ok|okay|good|enough|sufficient )?',
  ',|-|(? either|any 1|one works|qualifies|counts )?',
  ',|(? i|we? do not care|mind over|across|in how many|what orders|purchases|transactions they|it|that|those? is|are|was|were|took|takes? )?',
  // The scale that scores are read by in any case.
  '1|one is|being|= the? best|highest|top score?',
  'all|both at once',
  'all at the same time',
  ', in? any|whichever|whatever month|year',
  'no matter the|their|which|what recency|frequency|monetary score|value|rating?',
  'any recency|frequency|monetary score|value|rating?',
  'regardless|irrespective|independent of the|their? recency|frequency|monetary score|value?',
  'recency|frequency|monetary|money|r|f|m score|value? do|does not matter',
  'recency|frequency|monetary|r|f|m score|value? is|can be? irrelevant|whatever|anything|open|any',
  'recency|frequency|monetary|r|f|m whatever|any|open|irrelevant',
  // Ends of a stretch are in it as it is.
  'both|all? days|dates|ends|ends|values|amounts|years|months|weeks included|inclusive|including .?',
  'both|ends|bounds|borders|limits included|inclusive',
  'inclusive of? both|ends|dates|days?',
  // How dates are written has been heard by what reads them.
  'dd|mm / mm|dd',
  'dd|mm / mm|dd / yyyy|yy',
  'day|month first',
  'european|british|american|us|uk format|style|dates|notation',
]

/** Sounds of whoever thinks, or greets; a sound that is drawn out has fewer letters by now. */
export const HESITATIONS =
  'um|umm|uh|uhm|ehm|eh|er|erm|err|hm|hmm|mm|ah|aah|oh|ooh|yo|hiya|heya|howdy|obviously|definitely|clearly|frankly'

const small = phrase(
  ...IDIOMS,
  'a|an|the|of|for|our|my|your|their|his|her|this|these|to|on|at|so|in',
  'our|my|your|their|its own',
  'are|is|be|been|being|was|were|am|have|has|had|do|does|did',
  'also|still|currently|already|please|kindly|actually|ever|both|either|overall|total|again|too|then|thanks|ok|okay|well|hey|hi|hello',
  HESITATIONS,
  'basically|literally|honestly|just|really|kinda',
  'like|love to? see|find|know|get?',
  'i|we|me|us|you|they',
  'altogether',
  'obviously|naturally|clearly|surely|certainly|definitely|apparently|frankly|simply|anyway|anyhow|meanwhile|somehow',
  'of course',
  'by now|then',
  'etc',
  'asap',
  'nevertheless|nonetheless|therefore|thus|hence|likewise|similarly|incidentally|hereby',
  'that said',
  'in other words',
  'i . e . ,?',
  'ie|i.e. ,?',
  'that is to say ,?',
  'meaning',
  'so to speak',
  'if you will',
  'pls|plz|please and thanks',
  'whatsoever',
  'though',
  'for me|us',
  "'s",
  'lifetime',
  'status',
  'right? now',
  'historically',
  'sometime|somewhen',
)

/** Words that change nothing wherever they stand. */
export const filler: Phrase = (reading, at) => Math.max(small(reading, at), nothingAsked(reading, at))

/** Signs that only separate. */
export const sign = phrase('.', '!', '?', ':', '"', "'", '*', '#', '…', '·', '•', '|', '>')

export const only = phrase('only|just|exclusively|solely|specifically|strictly', 'and only')
export const non = phrase(
  'non',
  'no|not',
  'never any?',
  'non -',
  'excluding|except|without|minus',
  'anyone|everyone|anybody|everybody but|except',
  'not including|counting|those|the|any',
  'missing|absent from the|my|our?',
)
