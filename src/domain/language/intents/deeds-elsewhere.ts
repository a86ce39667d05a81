/** A deed of other programs, known by its words wherever a sentence begins with it. */
interface Deed {
  readonly words: RegExp
  readonly reason: string
}

/** Small words before what is asked for. */
const LEAD = String.raw`^\W*(?:(?:please|pls|can|could|would|will|you|u|now|just|also|hey|hi|hello|so|ok|okay|and|then|i|we|want|need|like|to|d|'d|why|don['’]?t|do|not|help|me|us|with|let['’]?s|legal|asked|boss|says?)[\s,:]+)*`
const ARTICLE = String.raw`(?:(?:a|an|the|my|our|this|that|his|her|their|some|new|another|every|all|each)\s+)*`
/** Up to a few words that name nobody to look for. */
const FEW = String.raw`(?:(?!(?:segments?|audiences?|lists?|groups?|cohorts?|customers?|people|everyone|everybody|who|whose|for|from|of|in|with|that)\b)[\p{L}\p{N}'’%-]+\s+){0,5}?`

const NO_TEXTS =
  'Muster writes, translates and judges no texts. It finds, counts and saves the groups of customers that they are for.'
const NO_SENDING =
  'Muster sends and schedules nothing, and sets up no flows or campaigns. It can find the people and save them as a segment for the program that sends.'
const NO_RECORDS =
  'Muster never changes customer data. Change it where the data comes from; the next import brings it here.'
const NO_SHOP =
  'Muster changes no products, prices, stock or orders. It can find the people whom a change is about.'
const NO_ADVICE =
  'Muster gives no such advice. It finds, counts and saves groups of customers, and shows their figures.'

/** What people ask of the programs beside Muster, by what it is done to. */
const DEEDS: readonly Deed[] = [
  {
    words:
      /\b(?:subject\s+lines?|pre-?headers?|headlines?|taglines?|slogans?|hashtags?|captions?|ad\s+copy|e-?mail\s+copy|wording)\b/iu,
    reason: NO_TEXTS,
  },
  {
    words: new RegExp(
      String.raw`${LEAD}(?:translat(?:e|ing)|proofread(?:ing)?|rewrit(?:e|ing)|rephras(?:e|ing)|compos(?:e|ing)|spell-?check(?:ing)?|summari[sz](?:e|ing))\b`,
      'iu',
    ),
    reason: NO_TEXTS,
  },
  {
    words: new RegExp(
      String.raw`${LEAD}(?:schedul(?:e|ing)|reschedul(?:e|ing)|resend(?:ing)?|blast(?:ing)?)\s+(?!.*\b(?:refresh|recount|export)\b)`,
      'iu',
    ),
    reason: NO_SENDING,
  },
  {
    words: new RegExp(
      String.raw`${LEAD}(?:set(?:ting)?\s+up|build(?:ing)?|creat(?:e|ing)|mak(?:e|ing)|activat(?:e|ing)|launch(?:ing)?|start(?:ing)?|paus(?:e|ing)|stop(?:ping)?|turn(?:ing)?\s+(?:on|off)|switch(?:ing)?\s+(?:on|off)|design(?:ing)?|configur(?:e|ing)|trigger(?:ing)?)\s+${ARTICLE}${FEW}(?:flows?|automations?|journeys?|drips?|drip\s+campaigns?|workflows?|sequences?|newsletters?|landing\s+pages?|pop-?ups?|banners?|surveys?|webhooks?|integrations?|a\/b\s+tests?|ab\s+tests?|ads?|ad\s+campaigns?|templates?|forms?|quiz(?:zes)?)\b(?!\s+(?:segments?|audiences?|lists?|buyers|clickers|openers|readers|subscribers))`,
      'iu',
    ),
    reason: NO_SENDING,
  },
  {
    words:
      /\b(?:set|change|raise|lower|update|drop|reduce|increase|put|cut|adjust)\b[^.?!]{0,60}\bprices?\b[^.?!]{0,25}\b(?:to|by|at|up|down)\b/iu,
    reason: NO_SHOP,
  },
  {
    words: new RegExp(
      String.raw`${LEAD}(?:restock|reorder\s+stock|order\s+more\s+stock|ship|dispatch|discontinue|unpublish|cancel\s+(?:the\s+|their\s+|his\s+|her\s+|my\s+|an?\s+)?order)\b`,
      'iu',
    ),
    reason: NO_SHOP,
  },
  {
    words: new RegExp(
      String.raw`${LEAD}(?:chang|updat|correct|fix|edit|overwrit|set|mark|switch|flip|eras|anonymi[sz])(?:e|es|ing)?\s+[^.?!;]{0,40}?\b(?:birthday|birth\s+date|e-?mail(?:\s+address)?|phone(?:\s+number)?|address|name|consent|accepts_\w+|opt-?ins?|gender|postcode|record|profile|subscription\s+status|details)\b[^.?!;]{0,20}\b(?:of|for)\s+(?:customers?\s+#?\d|all|every|each|these|those|them|him|her|\S+@\S+|the\s+\p{L}+\s+customers?)`,
      'iu',
    ),
    reason: NO_RECORDS,
  },
  {
    words: new RegExp(
      String.raw`${LEAD}(?:block|ban|anonymi[sz]e|forget|erase|deactivate)\s+(?:this\s+|that\s+|the\s+)?(?:customer|user|person|account)\b`,
      'iu',
    ),
    reason: NO_RECORDS,
  },
  {
    words: new RegExp(
      String.raw`${LEAD}(?:(?:what|when|how)\s+(?:should|shall|do|can|would)\s+(?:i|we)\s+(?:send|write|post|price|charge|improve|increase|boost|optimi[sz]e|grow|fix|word)\b|(?:what(?:['’]s|\s+is|\s+time\s+is)|when(?:['’]s|\s+is))\s+(?:the\s+)?best\s+(?:time|day|hour|moment)\s+to\s+(?:send|post|mail|e-?mail|text)|(?:optimi[sz]e|improve|boost|increase|grow)\s+(?:my|our|the)\s+(?:ads?|open\s+rates?|click\s+rates?|ctr|seo|conversions?|roas|bids?|deliverability))`,
      'iu',
    ),
    reason: NO_ADVICE,
  },
]

/** Why what is asked for is done elsewhere, if it is. */
export const doneElsewhere = (text: string): string | undefined =>
  DEEDS.find(({ words }) => words.test(text))?.reason
