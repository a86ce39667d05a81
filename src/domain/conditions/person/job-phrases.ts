import { type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { type FunctionSaid, functionsAt } from './function-words.ts'
import { isBeside, type Job, jobCriteria } from './job-criteria.ts'
import { type RankSaid, rankAt, reachBefore, reachBehind } from './rank-words.ts'

const lead = phrase(
  'at|with|of|as|being|holding',
  'a|an|the|any',
  'at|with|of|as|being|holding a|an|the|any?',
  'like a|an|the?',
  'anything|someone|somebody|anyone like a|an|the?',
  'with|have|has? a|an|the|their? job? title|titles is|are? like|similar to? a|an?',
  'sit|sits|sitting in|at the?',
  'work|works|working as a|an?',
  'with? seniority of|level|is|:|=?',
  'titled',
  'with|have|has|having|whose|where|hold|holds|holding|carry|carrying? a|the|their? job? title|titles|position is|are|of|:|=?',
  'at the? level of?',
)
const joint = phrase(
  'or',
  'and',
  ',',
  ', or',
  ', and',
  '/',
  'and / or',
  '&',
  'plus',
  'as well as',
  'along|together with',
)
const level = phrase('level|levels|seniority', '- level|levels', '-? level seniority')
const within = phrase(
  'of|in|for|from|at|within|over',
  'of|in|for|within the? field|area|department|function|team of?',
  ',',
  '-',
  'in charge of',
  'who|that? lead|leads|leading|run|runs|running|work|works in?',
  'that|who are|is in',
)
const people = phrase(
  'people|person|folks|professionals|professional|contacts|contact|team|teams|department|departments|roles|role|function|functions|staff|employees|side|org|titles|pros|persons|guys',
  'team|department members|people',
  'job|jobs function|functions|titles?',
  'title|titles',
)
const leaders = phrase(
  'leader|leaders|leadership|executives|execs',
  'decision makers',
  'leadership|exec|executive team|teams',
  'decision - makers',
)
/** “People who lead data”: some of those in it, and it is asked from which level on. */
const who = phrase('who|that')
const leading = phrase('leading|running|heading|overseeing up? the|a|an?')
const leadThem = phrase(
  'lead|leads|run|runs|head|heads|manage|manages|oversee|oversees|direct|directs up? the|a|our?',
  'is|are? in charge of the?',
)
function leads(reading: Reading, at: number): number {
  const verb = skip(reading, at, who)
  const told = verb > at || /^(?:who|that)$/.test(wordAt(reading, at - 1))
  return Math.max(leading(reading, verb), told ? leadThem(reading, verb) : -1)
}
const belongs = phrase(
  'in|from|within',
  'in|from|within the',
  'members|member|part of the|our?',
  'with|have|has? a|an role|job|position|function in',
  'with? the? team is|of|:|=',
  'work|works|working|are|is? in|for either',
  'work|works|working|employed in|for the?',
  'who|that work|works in',
  'with? the? job? function|department is|of|:|=|in?',
  'whose job? function|department is|in',
)

/** `VP Sales`, `marketing managers`, `directors and up in operations`, `people in HR`, `CMOs`, `sales leaders`. */
export const job: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const found = ranked(reading, polar) ?? unranked(reading, polar)
  if (found === undefined) return undefined
  const criteria = jobCriteria(reading, found.value)
  const { vague } = found.value
  const doubts = vague === undefined ? [] : [vagueLeaders(vague)]
  const asked = meaning(negative ? negated(criteria.criteria) : criteria.criteria, criteria.assumptions)
  return {
    value: {
      ...asked,
      doubts,
      ...(polar === at ? { nominal: true as const } : {}),
      // "With the seniority VP" says more of the same people.
      ...(polar === at && isPlain(reading, at) ? { job: partOf(found.value) } : {}),
    },
    end: skip(reading, found.end, anySpelling),
  }
}

/** “A VP of engineering” is one, and “with the seniority VP” tells more of somebody. */
const isPlain = (reading: Reading, at: number): boolean =>
  lead(reading, at) < 0 || anArticle(reading, at) === lead(reading, at)

/** "Director", "finance": a rank or a function alone says half of a job. */
function partOf({ ranks, functions }: Job): NonNullable<Meaning['job']> {
  if (functions.length === 0 && ranks.every(({ whole }) => whole !== true)) return 'rank'
  return ranks.length === 0 ? 'function' : 'whole'
}

const SPELLED = 'is|are|was|gets|be? exactly? called|spelled|spelt|written|worded|phrased|spell|write'
/** Titles are read by what they mean. */
const anySpelling = phrase(
  `,? however|whatever the|that|their|its|they|it|you|people? title|titles? ${SPELLED}`,
  `,? no matter|regardless how|of|what? how? the|their|its|they|it|you|people? title|titles? ${SPELLED}`,
  ',? however you|people|they? spell|write|spelled|spelt|written|worded',
  ',? in|with|under any|all|whatever spelling|spellings|wording|variant|variants|form|variation|variations',
  ',? by|under any|whatever|whichever title|name',
  ',? any|all spelling|spellings|variant|variants|variation|variations of? the|it? title?',
  ',? or|and? similar|equivalent|equivalents|comparable|alike job? title|titles|role|roles|ones|people?',
  ',? or|and something|anything|anyone? like it|that|them',
  ',? or|and the like|likes',
  ',? etc .?',
  'type|types|like',
)

/** Each level is offered with what they lead, of which the words make place for it. */
const vagueLeaders = ({ from, to, of }: NonNullable<Job['vague']>) => ({
  ...question(from, to, 'From which level on are people leaders who decide?', [
    ['Directors and up', `directors and up in ${of}`],
    ['VPs and up', `VPs and up in ${of}`],
    ['C-level', `C-level in ${of}`],
  ]),
  settledBy: ['seniority', 'title'],
})

const article = phrase('a|an|the')
const anArticle = phrase('a|an')
/** "from VP up" */
const onUp = phrase('on|and? up|upward|upwards|onward|onwards|above|higher')
const peopleTeam = phrase('people|talent')

/** With a rank: functions before it, ranks, how far they reach, functions behind. */
function ranked(reading: Reading, at: number): Found<Job> | undefined {
  const opened = skip(reading, at, lead)
  for (const start of new Set([opened, at])) {
    const reached = reachBefore(reading, start)
    const from = skip(reading, reached?.end ?? start, article)
    const before = functionsAt(reading, from)
    // “Product manager” is one rank, and “IT” may be a word of one.
    const whole = rankAt(reading, from)
    const own = whole !== undefined && (before === undefined || whole.end > before.end)
    const ranks = ranksAt(reading, own || before === undefined ? from : before.end)
    if (ranks === undefined || !isBeside(reached?.value, ranks.value)) continue
    const named = own ? undefined : before
    const behind = reachBehind(reading, ranks.end)
    const reach = reached?.value ?? behind?.value
    const end = behind?.end ?? (reach === 'up' ? skip(reading, ranks.end, onUp) : ranks.end)
    const inside =
      named === undefined && ranks.value.some(({ whole: one }) => one !== true)
        ? functionsBehind(reading, at, end)
        : undefined
    const later = inside === undefined || behind !== undefined ? undefined : reachBehind(reading, inside.end)
    const reaching = reach ?? later?.value
    return {
      value: {
        ranks: ranks.value,
        functions: named?.value ?? inside?.value ?? [],
        ...(reaching === undefined ? {} : { reach: reaching }),
      },
      end: later?.end ?? inside?.end ?? end,
    }
  }
  return undefined
}

function functionsBehind(
  reading: Reading,
  from: number,
  at: number,
): Found<readonly FunctionSaid[]> | undefined {
  const hr = peopleTeam(reading, at)
  if (hr >= 0 && reading.tokens[at]?.text.startsWith('P')) return { value: [{ title: 'People' }], end: hr }
  // “Non-managers in sales” are in sales.
  const opened = isDenied(reading, from) ? -1 : within(reading, at)
  for (const start of opened >= 0 ? [opened, at] : [at]) {
    const found = functionsAt(reading, start, (last) => rankAt(reading, last) !== undefined)
    // “Directors, HR managers”: the function belongs to what follows.
    if (found !== undefined && rankAt(reading, found.end) === undefined)
      return { value: found.value, end: skip(reading, found.end, people) }
  }
  return undefined
}

const isDenied = ({ tokens }: Reading, at: number): boolean =>
  tokens[at - 1]?.word === 'non' || (tokens[at - 1]?.word === '-' && tokens[at - 2]?.word === 'non')

function ranksAt(reading: Reading, at: number): Found<readonly RankSaid[]> | undefined {
  const first = rankAt(reading, at)
  if (first === undefined) return undefined
  const ranks = [first.value]
  let { end } = first
  for (;;) {
    const behind = joint(reading, skip(reading, end, level))
    const next = behind < 0 ? undefined : rankAt(reading, skip(reading, behind, anArticle))
    // CMOs stand for themselves: “VPs of Sales or CMOs” are two.
    if (next === undefined || (next.value.whole ?? false) !== (first.value.whole ?? false)) break
    ranks.push(next.value)
    end = next.end
  }
  return { value: ranks, end }
}

/** Without a rank: `marketers`, `people in finance`, `the sales team`. */
function unranked(reading: Reading, at: number): Found<Job> | undefined {
  const led = leads(reading, at)
  const inside = led < 0 ? undefined : functionsAt(reading, led)
  if (inside !== undefined) {
    const end = skip(reading, inside.end, people)
    const of = said(reading, led, inside.end)
    return { value: { ranks: [], functions: inside.value, vague: { from: at, to: end, of } }, end }
  }
  const begins = Math.max(belongs(reading, at), at)
  const found = functionsAt(reading, begins)
  if (found === undefined) return undefined
  const decide = leaders(reading, found.end)
  const end = decide >= 0 ? decide : skip(reading, found.end, people)
  return {
    value: {
      ranks: [],
      functions: found.value,
      ...(decide >= 0 ? { vague: { from: at, to: decide, of: said(reading, begins, found.end) } } : {}),
    },
    end,
  }
}
