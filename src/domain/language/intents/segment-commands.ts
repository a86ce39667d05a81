import type { Criteria } from '../../criteria/schema.ts'
import { conjuncts } from '../follow-ups/edit.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { fixedQuestion, type Instead, isFixed } from './fixed-question.ts'
import { segmentAt } from './segment-reference.ts'
import { isOver } from './whole.ts'

const to = phrase('to|as|into|:|->', 'to be')
const update = phrase('update|edit|modify|change|redefine|replace|overwrite|set')

const thatAtHand = phrase(
  'that|this|it|these|those|them',
  'the|that|this|these|those|my|our new|current|last|latest? one|criteria|version|people|customers|selection|preview|count',
)
const withThat = phrase(
  'with that|this|it|these|those|them',
  'with the new|current|last|latest? criteria|version|selection|preview',
)

/** What follows is what it is to be: "update VIP to …". */
const TELLS = /^(?:to|with|so|as|into|:)?$/

export function updating(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const opened = update(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  if (
    segment === undefined ||
    (segment.value.id === reading.situation.lastSegment?.id &&
      reading.situation.criteria !== undefined &&
      reading.links.at(opened).length === 0)
  )
    return undefined
  if (isFixed(reading, segment.value.id) && TELLS.test(wordAt(reading, segment.end)))
    return fixedQuestion(reading, segment.value, insteadOf(reading, segment, criteriaOf))
  const said = skip(reading, to(reading, segment.end), to)
  const { id } = segment.value
  const given = said < 0 ? skip(reading, segment.end, withThat) : skip(reading, said, thatAtHand)
  if (isOver(reading, given)) return done({ do: 'update_segment', segment: id })
  const criteria = said < 0 ? undefined : criteriaOf(said, reading.tokens.length)
  if (criteria === undefined) {
    return doubtOf({
      kind: 'question',
      says: `What should ${segment.value.name} be? Say it in full, such as “update ${segment.value.name} to customers in France”.`,
      choices: [],
      from: segment.end,
      to: reading.tokens.length,
    })
  }
  return done({ do: 'update_segment', segment: id, criteria })
}

/** "change VIP to spend over 1000": those of them who are on the list, or whoever it is. */
function insteadOf(
  reading: Reading,
  { value: { id }, end }: Found<{ readonly id: string }>,
  criteriaOf: ReadCriteria,
): Instead | undefined {
  const { describe } = reading.situation
  const from = Math.max(end, soThat(reading, end), to(reading, end))
  const told = from < reading.tokens.length ? criteriaOf(from, reading.tokens.length) : undefined
  if (told === undefined) return undefined
  const both: Criteria = { all: [{ type: 'segment', segment: id }, ...conjuncts(told)] }
  const choices = [both, told].map((criteria) => {
    const text = `customers who ${describe(criteria)}`
    return { label: text, text }
  })
  return { offer: 'Shall I count one of these instead?', choices }
}

const soThat = phrase(
  ',? so that? it|they|there? is|are|has|have|takes|holds|contains|includes? only|just?',
  'with only|just?',
  'to only|just?',
)

const SIMPLE = 'plain|simple|normal|layman|everyday english|words|terms|language'
const ENDS =
  'how|what|who|why exactly|actually|precisely? do|does|did|would|makes|gets|puts|lands|brings|qualifies|can|must? a|an|the|any? someone|somebody|anyone|anybody|people|customers|customer|one|you|person|they|folks|members ends|end|gets|get|land|lands|fall|falls|winds|wind|comes|come|qualifies|qualify|appears|appear|shows|show|goes|go|is|are|be|belongs|belong|become|becomes|make|makes|part|member? up|part|eligible|of|it? in|into|on|onto|for|to|of|a'

const explain = phrase(
  'explain|describe',
  "show|tell|give me|us? what|who is|are|'s exactly|really? in|inside|on|behind",
  'what is|does|are',
  'what is|are in|inside',
  'how is|was',
  'tell me about',
  'define',
  "what 's in?",
  'what defines',
  'what does|do',
  'who|what counts|count|qualifies|qualify|passes|classifies as|for|under?',
  'who|what is|are counted|classed|classified|considered|seen|treated as|for|under?',
  'explain to me',
  'how do you define',
  'what makes up',
  'remind|tell|explain me|us? what|who is|are|does|do?',
  'what|who exactly is|are|does|do',
  "what|who is|are|'s behind",
  "what is|are|'s the? definition|meaning|criteria|rule|rules|logic of|for|behind",
  'definition|meaning|criteria of|for|behind',
  'how does|did|do the? count|number|size|membership of|for|in?',
  'how does|did|do',
  'what goes into',
  'explain|describe|show|tell to? me|us? how|what',
  'show|tell|give|list me|us? the? definition|meaning|criteria|rule|rules|conditions|condition|filters|logic|setup of|for|behind|in',
  "what|which is|are|'s the? conditions|condition|filters|requirements|setup|setting|settings of|for|behind|in",
  'the? definition|meaning|criteria|rules|conditions|filters|logic|requirements of|for|behind',
  'what|which criteria|conditions|filters|rules|rule|logic|requirements do|does|did|is|are|was|were in|behind|of|for?',
  'what|which criteria|conditions|filters|rules|rule defines|define|make|makes up?',
  'how do|did|have|has we|you|i|they|one define|build|built|defined|set|calculate|calculated|make|made|compute|create|created up?',
  'how|what do|does|did you|we|i define',
  "how is|are|was|were|'s",
  'what makes|turns|qualifies a|an? someone|somebody|anyone|customer|person|people|customers a|an|into|for|as?',
  'when is|are|does|do|will|would a|an? someone|somebody|anyone|customer|person|people|customers|one|you get|land|fall|end|come|be|count? up? in|into|part|as of?',
  'why is|are|does|do|has|have',
  `explain|describe|tell|show me|us? in? ${SIMPLE} ${ENDS}`,
  `explain|describe|tell|show me|us? ${ENDS}`,
  `in? ${SIMPLE} ${ENDS}`,
  ENDS,
  'what exactly|actually? makes|gets|puts|lands|brings|qualifies|decides|determines who|whether|if? is|are|gets|get|ends|lands? up?',
  'who exactly|actually? gets|ends|lands|falls|qualifies|belongs|goes|counts up? in|into|on|for|to|as',
  'what|which conditions|criteria|rules|rule|requirements do|does|must|should|has|have? people|customers|someone|somebody|one|they|you to? meet|fulfil|fulfill|satisfy to be|get|land in|into|on',
)

const meansWord = phrase(
  'have|has|hold|holds|contain|contains? only|just? so|that|this|such? few|many|little|small|big|large|low|high|tiny|huge a? people|customers|members|count|number?',
  'actually|really|exactly? mean|means exactly|actually|really? here|for us?',
  ', and? why|how|on what grounds',
  ',? and why',
  'mean|means|contain|contains|defined|include|includes|consist|about|made|built|calculated',
  'mean|defined?',
  'have|has|use|uses|apply|applies|follow|follows|rely|relies|need|needs|based on?',
  'set|put up|together|out',
  'is|are|was|were? defined|built|made|calculated|computed|set|counted up?',
  'member|members|material',
  'made up? of',
  'all about',
  'consist of',
  'come about',
  'actually|really|exactly is|are|mean|means|contain|contains|include|includes|stand?',
  'is|are actually|really|exactly|about|again?',
  'stand|stands for',
  'work|works|calculated|computed|counted',
)

const show = phrase(
  'show|open|view|get|see|display|load',
  'show me',
  'go to',
  'pull up',
  'look at',
  'have|take|let us|me? a? look at|into',
  'bring|call|pull|get up',
  'size|count|number|headcount|total of|for|in',
  'who does|do|is|are|belongs',
  'who is|are|belongs in|to',
  "what is|'s the? size|count|number|headcount of|for",
  'details|detail of|on|for',
  'show details of|for',
)

/** Of its size, which it is shown with. */
const size = phrase(
  'size|count|headcount|total',
  ',|:|-|–? how|so many|big|large people|customers|members|contacts?',
  'have|has|contain|contains|include|includes|hold|holds',
)
const howMany = phrase('how many people|customers|members|contacts? does|do|did')

/** How it should be explained; of people who are counted or exported it says which. */
const inEnglish = phrase('to? me|us? in english')

/** "is VIP live or a frozen list?" */
const whether = phrase('is|are|does', 'is|are the? list|segment|audience')
const KIND = 'live|dynamic|static|frozen|fixed|automatic|automated|manual|realtime|imported'
const ofWhatKind = phrase(
  `a|an? ${KIND} list|segment|one? or is? it? a|an? ${KIND}|not list|segment|one?`,
  `a|an? ${KIND} list|segment|one?`,
  'update|updates|refresh|refreshes itself|automatically|automatic|themselves|daily by? itself?',
)

/** `explain Champions`, `what is VIP?`, `show VIP`: a segment and nothing else. */
export function about(reading: Reading, start: number): Commanded | undefined {
  const sized = segmentAt(reading, skip(reading, start, howMany))
  const sizeEnd = sized === undefined ? -1 : size(reading, sized.end)
  if (sized !== undefined && sizeEnd >= 0 && isOver(reading, sizeEnd))
    return done({ do: 'show_segment', segment: sized.value.id })
  const asked = segmentAt(reading, whether(reading, start))
  const kind = asked === undefined ? -1 : ofWhatKind(reading, asked.end)
  if (asked !== undefined && kind >= 0 && isOver(reading, kind))
    return done({ do: 'show_segment', segment: asked.value.id })
  for (const [words, verb] of [
    [explain, 'explain_segment'],
    [show, 'show_segment'],
  ] as const) {
    const opened = words(reading, start)
    const segment = opened < 0 ? undefined : segmentAt(reading, opened)
    if (segment === undefined) continue
    const behind = skip(reading, segment.end, meansWord)
    const end = verb === 'explain_segment' ? skip(reading, behind, inEnglish) : skip(reading, behind, size)
    if (isOver(reading, end)) {
      return done({ do: verb, segment: segment.value.id })
    }
  }
  return undefined
}
