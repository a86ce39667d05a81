import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { isWhole } from './whole.ts'

const THE = 'the|our|my|these|those|each|a|an?'
const RFM = 'rfm|recency|frequency|monetary score|scores|scoring|model|segments|value|pattern|patterns?'
const WORKED =
  'worked|work|works|calculated|computed|scored|defined|determined|set|made|assigned|measured|counted|decided out|up?'
const SPENT = 'that|it|this|spend|spent|spending|the? total|amount|revenue|money|number|figure? spent?'
const BACK = 'refunds|refunded|returns|returned|cancelled|canceled|cancellations orders|ones|money?'

const RECOUNT = 'recalculate|recompute|refresh|recount|update|rerun|reload|rebuild'
const SETS = 'segments|groups|lists|audiences|scores|icps|personas|segment|score|data|numbers'
const SET_NOUN = 'segment|audience|icp|persona|list|group'
const UPDATES =
  'update|updates|updated|refresh|refreshes|refreshed|recalculate|recalculated|recompute|recomputed|change|changes|live|dynamic|static|automatic'
const BY_ITSELF =
  'automatically|itself|themselves|daily|by|on|or itself|themselves|its|their|own|hand|manually|do|not? own|i|we|have? have|need|must? to? do? that|it? by? hand?'
const LIVE = 'live|dynamic|current|updated|fresh|evergreen|automatic|synced'
const NOT_COUNTED = 'recomputed|recalculated|refreshed|updated|recounted|counted'
const STALE = `anything|everything|whatever|all|any|segments|lists? that|which? has|have|was|were|is|are? not|n't? been? ${NOT_COUNTED} for|in|since|within? more|over|than? than? a|an|one|the|1|24|48|2|3? last|past? day|days|hours|h|week|yesterday`

const ASKS_HOW = ['how do|can|could|should i|we|you|one', 'how to', "what is|'s the? way to"]

const NEW_HERE = [
  "i am|'m a? new|newbie|beginner here|to? this|it|muster?",
  'new|newbie here|to? this|it|muster?',
  'first time here|user|using this|it|muster?',
]

const TOPICS = [
  [
    'greeting',
    phrase(
      'hi|hello|hey|howdy|greetings|yo|hiya',
      'hi|hello|hey there|team|muster|all|everyone',
      'good morning|afternoon|evening|day',
      'how are you',
      'hi|hello|hey , how are you',
      'whats|what is up',
      "what 's up",
    ),
  ],
  [
    'help',
    phrase(
      'help',
      'help me',
      'can you help me?',
      'i need help',
      'what can you|i|we|muster do|ask|say here?',
      'what do you do',
      'what is this|muster',
      'who are you',
      'how does|do this|it|muster|you|the? thing|tool|app|program? work|function',
      'what is this|it|muster thing|tool|app? for|about',
      'i am|this is? new here|to this|it?',
      'first time here|user|using this|it?',
      'first time here , how does this|it|muster thing|tool|app? work',
      'what should|shall|do i say|ask|type|do first|now|here?',
      'where do|should i start|begin',
      'how do i use|start this|it|muster?',
      'how can you help me?',
      'what can i ask you?',
      'what are you able|capable to|of do?',
      'show me? what you can do',
      'what exactly|all|else? can|could you|muster|this|it do|help with? for? me|us? with?',
      ...NEW_HERE.map(
        (who) =>
          `${who} ,|.|!|-|:|;? so|and? what|how|where exactly|all|else? can|could|do|does|should you|i|we|muster|it|this|everything all|best? do|help|start|begin|ask|say|work|use|try? it|this? me|us? with|here|first?`,
      ),
      'how do|can|does you|it|this|muster help me|us?',
      'what are|is your|muster|the capabilities|features|functions|possibilities|options|abilities',
      'what is possible|doable here|with this|muster|you?',
      'what kind|kinds|sort|sorts|type|types of things|questions|requests|stuff can|could|do i|you|we ask|do|handle|answer|understand you?',
      'tell|show me|us? what you can|could do',
      'tell|show|explain me|us? how this|it|muster works',
      'how do|can|should i|we get started',
      'give me some? examples',
      'examples',
      'get|getting started',
      '?',
    ),
  ],
  [
    'thanks',
    phrase(
      'thanks|thank|cheers|ta',
      'thanks|thank you|a so? lot|much|very?',
      'ta|cheers|thanks very|so|ever|a much|lot|bunch|million',
      'nice|good|great|lovely one|stuff|work|job',
      'you are a|the star|best|legend|lifesaver|great',
      'that is|was|s all|it? great|perfect|helpful|brilliant|lovely|all|it',
      'that helps|helped',
      'that is|was very|really helpful|useful|good',
      'thank you very|so? much',
      'thanks a lot|million',
      'many thanks',
      'great|perfect|awesome|nice|cool thanks|thank?',
      'great|perfect|awesome , thanks|thank you?',
      'much appreciated',
      'good job|work',
      'bye|goodbye',
    ),
  ],
  [
    'wording',
    phrase(
      ...ASKS_HOW.flatMap((how) => [
        `${how} say|write|express|tell|ask|combine|phrase|put|type|formulate that? either? one|any of the? two|2|several|these|many? conditions|things|criteria|rules is|are|be enough|sufficient|ok`,
        `${how} say|write|express|combine|join|link|connect|use|put two|2|several|many|multiple|different|more? conditions|criteria|filters|rules with|by|using? or|and|either? together?`,
        `${how} say|write|express|use|do|make|build a|an? or|and|not|either|exclusion|negation condition|rule|filter|query|request?`,
        `${how} exclude|leave|take|filter|keep people|customers|someone|somebody|certain|some? people|customers? out?`,
        `${how} combine|group|nest|bracket|use conditions|criteria|filters|brackets|parentheses`,
      ]),
    ),
  ],
  [
    'rfm',
    phrase(
      `how is|are|do|does|did|was|were ${THE} ${RFM} ${WORKED}`,
      `how do|did you|we|muster work|calculate|compute|score|get|determine|assign|define out? ${THE} ${RFM}`,
      `what is|are|does|do ${THE} ${RFM} mean|means|stand|stands? for?`,
      `explain|describe|define ${THE} ${RFM} to? me|us?`,
      `explain|describe|tell|show me|us? how ${THE} ${RFM} is|are? ${WORKED}`,
      `what goes into ${THE} ${RFM}`,
      `what is|does a|an ${RFM} of 1|2|3|4|5 mean?`,
      ...['rfm? segments|groups', 'rfm segment|group|score'].flatMap((them) => [
        `can|could|may a|one|the|any|some? customer|person|someone|somebody|anyone|people|customers be|sit|fall|land in|into two|2|several|many|multiple|both|different ${them} at|the? once|same? time?`,
        `can|could|may a|one|the|any|some? customer|person|someone|somebody|anyone|people|customers be|sit|fall|land in|into more than one|1 ${them} at|the? once|same? time?`,
        `is|are|can the? ${them} mutually? exclusive|overlap|overlapping|disjoint`,
        `do|does|can the? ${them} overlap`,
      ]),
      `is|are 1|5 the? best|worst|highest|lowest|good|bad in|for|on? rfm|recency|frequency|monetary?`,
    ),
  ],
  [
    'live',
    phrase(
      `${RECOUNT} all|the|my|our|every|each? the|my|our? rfm? ${SETS} again|now|anew|please?`,
      `do|does|will|would|are|is|can the|my|our|saved|these|those? rfm? ${SETS} be|get|have|need? to? be? ${UPDATES} ${BY_ITSELF}`,
      `do|does|will|would|are|is|can the|my|our|saved|these|those? rfm? ${SETS} be|get|have|need? to? be? ${UPDATES}`,
      `how often do|does|will|are|is the|my|our|saved? rfm? ${SETS} be|get? ${UPDATES}`,
      `when do|does|will|are|is|were|was the|my|our|saved? rfm? ${SETS} last? be|get? ${UPDATES}`,
      `and? please? keep|make|set it|this|that|them|the ${SET_NOUN}? ${LIVE} ,|.|;|-? new|any|all? ones|companies|people|customers|members|contacts|matches who|that|which? match|matching|fit|qualify? should|shall|must|can|to? drop|come|join|be|get|go added|included|in|into|it? by|on? itself|themselves|their|its|automatically? own?`,
      `and? please? keep|make|set it|this|that|them ${LIVE}`,
      `does|will|is|do it|this|that|they ${UPDATES} ${BY_ITSELF}`,
      `will|do|does new ones|companies|people|customers|members|contacts who|that|which? match|matching|fit? be|get|come|drop|join added|included|in|into|it? automatically|themselves by? itself|themselves?`,
      `${STALE} : ${RECOUNT} it|them|that|those|these`,
      `${RECOUNT} ${STALE}`,
      `${RECOUNT} everything|all anything? that|which is|are? stale|outdated|old`,
    ),
  ],
  [
    'spend',
    phrase(
      `is|are|was ${SPENT} net|gross|before|after|including|excluding|without|minus of? ${BACK}`,
      `is|are|was ${SPENT} net|gross`,
      `is|are|was ${SPENT} net or gross`,
      `do|does|did ${SPENT} include|includes|exclude|count|contain|cover|deduct|subtract|ignore ${BACK}`,
      `are|is|were|was ${BACK} in|included|excluded|counted|deducted|subtracted|taken|left|removed|ignored out|off? in|from? ${SPENT}`,
      `are|is|were|was ${BACK} in|included|excluded|counted|deducted|subtracted|removed|ignored`,
      `how do|does|did|is|are|was ${SPENT} ${WORKED}`,
      `how do|did you|we count|treat|handle ${BACK}`,
    ),
  ],
] as const

/** A message that is only a greeting, a call for help or thanks, or asks how something is worked out. */
export function talkIn(reading: Reading): (typeof TOPICS)[number][0] | undefined {
  return TOPICS.find(([, words]) => isWhole(reading, words))?.[0]
}
