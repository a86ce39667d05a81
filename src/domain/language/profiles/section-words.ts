import { longestIn, type Phrase, phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { afterCourtesy } from '../intents/whole.ts'
import { beginsLine, isDash } from './lines.ts'

/** Whether what is described must hold or must not, as its own words say; is preferred; or must not hold. */
export type Mode = 'required' | 'preferred' | 'excluded'

/** Words in front of what is preferred. */
export const prefer = phrase(
  'with? a|an|some|strong? preference for',
  "i|we would|'d|d prefer|favor|favour|like|love to? see?",
  'prefer|preferring|prefers|preferably|favor|favour|favoring|favouring|prioritize|prioritise|prioritizing',
  'we|i prefer|favor|favour|like|love',
  'we|i? prefer|favor|favour|like|love it|them if|when|where',
  'preferred|optional|optionally|preferences|preference :',
  'ideally ,?',
  'bonus|extra|more|additional? points|point|credit for|if|when|:',
  'bonus for|if|when|:?',
  'bigger|larger|smaller|small bonus for|if|when|:',
  'a|an|as|the? nice|small|slight|minor? bonus|plus|advantage if|when|for|:',
  'a|an|the nice|small|slight|minor? bonus|plus|advantage is|are|would be? :?',
  'boost|boosts for|if|when|:?',
  'nice to have|haves :?',
  'nice if',
  'it? helps|counts if|when',
  'worth more|extra if|when|for',
  'even|much better|nicer if|when',
  'would|will|it be? nice|great|better if|when',
  "it would|'d be nice|great|better if|when",
  'better if|when',
  'score|scoring|reward|rate|rank them|it|those|these? up? higher for|if|when?',
  'rank|score|rate|bump|push|move|lift|boost|sort|list|put them|it|those|these? up|first|top if|when|for|:',
  'rank|bump|push|move|lift up|first those|ones|companies|people|anyone|the?',
  'score|scoring|reward|boost|upweight up? for|:?',
  'give more|bonus? points|weight|credit to|for|if',
  'give a|an|some? higher|extra|more|better|bigger|additional|bonus? score|scores|weight|points|preference|priority|credit|boost to|for|if',
  'plus|extra|bonus points|point|credit :|for|if|when',
  'good to have|haves :?',
  'a|the? priority on|for|: :?',
  'with|giving|put|putting|give a|the? priority|emphasis|focus on|to|for',
  'lean|leaning|leans|skew|skewed|weighted|tilt|tilted toward|towards|to',
  'focus|focusing|focused on',
)
/** “Strongly prefer”: more than what is simply preferred. */
export const preferMuch = phrase(
  'strongly|really|heavily|highly|greatly|much|definitely|especially|particularly prefer|preferring|prefers|preferred|favor|favour|like|want :?',
  'strong|high|big preference|priority for|:',
  'a|an|as? big|huge|major|strong|real plus|bonus if|when|for|:',
  'a|an|the? big|huge|major|strong|real plus|bonus is|would be? :?',
)

/** A heading with its colon: what is under it counts so. */
const HEADINGS: readonly (readonly [Mode, Phrase])[] = [
  [
    'required',
    phrase(
      'must|musts|required|requirements|requirement|filters|filter|mandatory|basics|needs|essentials',
      'must haves|have|be',
      'hard requirements|filters|filter|criteria',
    ),
  ],
  [
    'preferred',
    phrase(
      'nice|nices|boosts|boost|bonuses|bonus|plus|pluses|prefer|prefers|pref|prefs|preferred|preferences|preference|optional|extras|likes|soft|scoring|scored',
      'nice|good to have|haves',
      'soft criteria|filters|preferences',
    ),
  ],
  [
    'excluded',
    phrase(
      'dq|dqs|disqualify|disqualifies|disqualified|disqualifying',
      'no|nos|never|not|exclude|excludes|excluded|exclusions|exclusion|avoid|unwanted|out|skip|disqualifiers|disqualifier',
      'hard|strict|absolute|definite no|nos|exclusions|excludes',
      'no gos|go|goes',
      'must nots|not have|be?',
      'dealbreakers|dealbreaker',
      'deal - breakers|breaker',
      'deal breakers|breaker',
      'red flags|flag',
    ),
  ],
]
/** A heading at a token, without its colon. */
export function headingAt(
  reading: Reading,
  at: number,
): { readonly mode: Mode; readonly end: number } | undefined {
  const found = longestIn(reading, at, HEADINGS)
  return found && { mode: found.value, end: found.end }
}

/** Where a description begins: “nice” of “Nice-to-haves: …” is no courtesy. */
export function descriptionStart(reading: Reading): number {
  const heading = headingAt(reading, 0)
  return heading !== undefined && /^[:=]$/.test(wordAt(reading, heading.end)) ? 0 : afterCourtesy(reading)
}

/** “Nothing is mandatory”: whatever follows is preferred. */
export const allSoft = phrase(
  'nothing is|as? mandatory|required|must|obligatory :?',
  'nothing is a must :?',
  'no hard|strict? filters|filter|musts|requirements|must haves :?',
  'no hard|strict must|haves :?',
  'all|everything is|are|as? a|just|only? preferences|preference|preferred|optional|soft|nice to? have? :?',
  'only preferences|boosts|scores :?',
  'points|score|scores|weights|weighting|weighing :',
  'score|rate|weigh|weight|rank it|them|these|this|the|our|all? companies|accounts|firms|people|leads? like|as? this|so|follows :',
  'score|rate|weigh|weight|rank the|our|all? companies|accounts|firms|people|leads :',
  'give|assign points|weights|scores :',
)

/** “But smaller is ok”: what was preferred is none that it has to be. */
const LESSER =
  'smaller|larger|bigger|lower|higher|less|fewer|more|older|younger|later|earlier|shorter|longer|elsewhere|others|other'
const FINE = 'ok|okay|fine|alright|good|acceptable|welcome|possible|allowed'

/** What stood before counts so: “Series B preferred”, “no AWS -> out”, “Shopify must”. */
const BEHIND: readonly (readonly [Mode, Phrase])[] = [
  [
    'preferred',
    phrase(
      'preferred|optional|nice|bonus|prefer',
      'is|are|being preferred|optional|welcome|nice|ideal',
      'should|would|will|can? just|only|merely? count|counts just|only|merely? as? a|an|the? nice|small|slight|minor|big|huge|major|real? bonus|plus|advantage|asset|extra|preference',
      'just|only|merely as a|an|the? bonus|plus|advantage|extra|preference|nice-to-have',
      'just|only|merely as? a? nice|good to have',
      'is|are|would|being be? a|an|just|only? very|really|big|huge|major|strong|real|small|slight|minor|nice|little? plus|bonus|advantage|asset|preference',
      "it|that|this is|'s|would be? a|an? very|really|big|huge|major|strong|real|small|slight|minor|nice|little? plus|bonus|advantage|asset|preference",
      'a|an|as big|huge|major|strong|real|small|slight|minor|nice|little? plus|bonus|advantage|asset|preference',
      'is|are|would be? nice|great|ideal|good to? have?',
      'is|are|as? a? nice|good to have|haves',
      'nice|good to have',
      'if possible|available',
      'prefer|preferred heavy|heavily|strongly|highly|light|lightly|slightly',
      'strongly|highly|heavily|slightly preferred',
      'scores|score|gets|get|earns|earn|gives|give|adds|add|brings|bring|is|are worth? an?|some|a? few|bit|little? extra|bonus|more|additional|higher points|point|score|credit',
      'scores|score|counts|count extra|more|higher|better|points',
      'should|would|will|can|do just|only|simply? score|rank|count|rate|weigh|be|come them|it|these|those? up? ranked|scored|weighted? higher|more|extra|better|first|up',
      'just|only|simply? rank|ranks|ranked|score|scores|rate them|it|these|those up? higher|better|more',
      'rank|ranks|ranked higher|better|first',
      'should|would|will? come|comes|go|goes first',
      'but|though|,? not|no a? must|required|mandatory|necessary|essential|dealbreaker|filter',
      "but|though|,? it|that|this? is|are|'s not a? must|required|mandatory|necessary|essential|dealbreaker|filter",
      "but|though|,? it|that|this is|'s just|only|merely? optional",
      'but|though|,? not a? must|required|mandatory|necessary|essential though',
      'but|though|and|,? do not make it|that|this|them|those an?|a? absolute|hard? must|musts|requirement|filter|dealbreaker|mandatory|required',
      'but|though|and|,? do not require|insist on? it|that|this|them|those',
      `but|though|and|,? ${LESSER} ones|companies|people? is|are|'s|would|will|can|may be? ${FINE} too|also?`,
      `but|though|and|,? ${LESSER} ones|companies|people? works|work|do|does|counts|count too|also?`,
    ),
  ],
  [
    'excluded',
    phrase(
      'out|excluded',
      'please? out please?',
      'is|are|goes|go|get out|excluded|disqualified',
      'no|nope|never',
      'leave|keep|throw|kick|boot them|those|these out',
      'is|are? a|an? no go',
      'is|are a|an? dealbreaker|disqualifier',
      'is|are a|an? deal breaker',
      'is|are|= a|an? knockout|knock-out|disqualification|showstopper|turnoff',
      'is|are a|an? knock|deal|show - out|breaker|stopper',
      'disqualifies|disqualify|disqualified|knockout them|it|you?',
      'need|needs not apply',
      'is|are|do|does|can|should|shall|must|would not qualify|count|eligible|allowed|welcome|wanted|relevant|included',
      'rules|rule them|it out',
    ),
  ],
  [
    'required',
    phrase(
      'must|required|mandatory|compulsory',
      'is|are|being? both? an?|a? absolute? must|musts|required|mandatory|essential|obligatory|compulsory|indispensable|imperative|nonnegotiable',
      'is|are|being? both? non|not negotiable|optional',
      'has|have to be there|in',
      'must|has to? be there|present|in|used',
      'both|all required|mandatory|musts|needed',
      'must have',
      'qualify|qualifies|eligible',
      'is|are|do eligible|qualify|allowed|count',
    ),
  ],
]
/** “…, but don’t rule anyone out over it” */
const rulesNobodyOut = phrase(
  ',? but|though|and do not rule|filter|kick|throw|leave|drop|cut|exclude anyone|anybody|any|companies|people|them? out? over|for|because|on|due of|to? it|that|this|them?',
)

export function modeBehind(
  reading: Reading,
  at: number,
): { readonly mode: Mode; readonly end: number } | undefined {
  const found = longestIn(reading, at, BEHIND)
  if (found === undefined) return undefined
  const end = found.value === 'preferred' ? skip(reading, found.end, rulesNobodyOut) : found.end
  return { mode: found.value, end }
}

/** “It’s a must that they …”: what follows must hold. */
export const insist = phrase(
  "it|that? is|'s an|a? absolute? must|mandatory|required|essential|obligatory|necessary|compulsory that|for they|them|companies|people? to?",
  'make sure|certain that? they?',
)
/** What no company is sold something for: “we don’t sell to agencies” says whom nobody looks for. */
export const neverSold = phrase(
  'we|i? do not ever? sell|market|cater|talk|pitch to',
  'we|i? never sell|market|cater|talk|pitch to',
)
/** “No people whose …”: the denial is of whoever the rest tells of, and not of how many there are. */
export const deniedWhom = phrase(
  'no|never|not|nobody|exclude|excluding|skip|avoid|without people|persons|companies|accounts|firms|businesses|anyone|anybody|those|ones|any|the who|that|which|whose|with|in|from|at|using|ones|on|of',
)
export const require_ = phrase(
  'must|should|has|have|need|needs|required|requires|require|mandatory have|be|use|to?',
  'only',
)
/** What follows is left out: a part by itself. */
export const deny = phrase(
  'please? exclude|excludes|excluding|except|without|never|no|avoid|skip|skipping|avoiding|omit',
  'please? leave|leaving|rule|filter|keep|kick|leave|throw|drop|take out',
  'but|and? not|never|no',
  'we|i? do not|n’t|dont include|want|need',
  'we|i? do not ever? sell|market|cater|talk|pitch to',
  'we|i? never sell|market|cater|talk|pitch to',
  'we|i? am|are|is? not|never interested|keen in|on',
  'stay|steer|keep away|clear|far from|of',
  'out|gone|excluded if|when',
  'none|nothing of|for|that|who|with|from',
  'they|it|companies|people|accounts? should|must|may|can not|never be|have|include|use?',
  'minus|nobody|none|anyone|anybody but?',
)
/** What follows is left out, whatever stands behind it in its part. */
export const leave = phrase(
  'please? exclude|excludes|excluding|never|avoid|avoiding|skip|skipping|not|no|omit',
  'please? leave|leaving|keep|keeping|kick|filter|rule|throw|drop out',
  'we|i? do not|n’t want|need|include',
  'we|i? do not ever? sell|market|cater|talk|pitch to',
  'we|i? never sell|market|cater|talk|pitch to',
  'we|i? am|are|is? not|never interested|keen in|on',
  'stay|steer|keep away|clear|far from|of',
  'out|gone|excluded if|when they?',
  'none|nothing of|for|that|who|with|from',
  'they|it|companies|people|accounts? should|must|may|can not|never be|have|include|use?',
  'nobody',
)
const joins = phrase(',|;|.|and|but|also|plus|with|then|—|–|:|(|)|&')
const leads = phrase(',|;|.|and|but|also|plus|then|—|–|:|)|*|•')
/** “Shopify Plus” is one name, and so is “Director+”. */
export const ofName = ({ tokens }: Reading, at: number): boolean =>
  tokens[at]?.text === 'Plus' || (tokens[at]?.text === '+' && tokens[at - 1]?.end === tokens[at]?.start)
/** The token behind what joins two parts, or -1. */
export const joiner = (reading: Reading, at: number): number =>
  ofName(reading, at) ? -1 : isDash(reading, at) ? at + 1 : joins(reading, at)
export const lead = (reading: Reading, at: number): number =>
  ofName(reading, at) ? -1 : isDash(reading, at) ? at + 1 : leads(reading, at)
export const ends = phrase(';|.')

/** Whether nothing more is said of a part here. */
export const isOver = (reading: Reading, at: number): boolean =>
  at >= reading.tokens.length ||
  isDash(reading, at) ||
  beginsLine(reading, at + 1) ||
  (!ofName(reading, at) && /^(?:,|;|\.|\)|and|but|also|plus|then|&|!)$/.test(wordAt(reading, at)))
