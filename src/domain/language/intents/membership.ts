import { LEXICON, phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf } from './commanded.ts'
import { customerAt } from './one-customer.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { isOver } from './whole.ts'

const why = phrase(
  'why is|are|was|were|does|did|has|will',
  'why is|was|does|did|has|will not',
  'why isn|wasn|doesn|didn|hasn|won t',
  "why isn't|wasn't|doesn't|didn't|hasn't|won't",
  'is|was|are',
  'how come',
  'how come is|are|was|were|does|did|has not?',
  'explain|tell|show to? me|us? why|how',
  'why',
  'how did|does|do|could|can|was|is|has',
  'i|we do not|really? understand|see|get|know why|how',
  'for what reason is|are|was|were|does|did|has not?',
  'what makes|made|put|puts|brought|brings|got|gets|turns|turned',
  'check|see|verify|test|confirm|look|find|tell|show me|us? out? if|whether',
  'does|did|do|should|shall|could|would|can|has not?',
)

/** Asks when, or how far from it: what follows names the one and the segment likewise. */
const when = phrase(
  'when|until|till will|would|does|do|is|can|might',
  'when|until when will|would|does',
  'on? what|which day|date|month will|would|does',
  'how soon|long will|would|does|is|can',
  'how long until|till|before|will|can|does',
  'when',
  'how close|near|far off|away? is',
  'what does|would|else',
  'what else? does|would',
  'how much more? does|would',
  'what would it take|need for',
  'what is|s missing for|keeping|stopping|preventing',
  "what's missing for|keeping|stopping|preventing",
  'what keeps|stops|prevents',
  'will',
)

const are = phrase('is|was|are|were|did|does|has|will')
const not = phrase('not|no|never|still|currently|also|even|really', 'not a? member?', 'no longer|more')

const memberOf = phrase(
  'a|an|the? member|part|one of?',
  'belong|belongs|belonging|belonged to|in|into?',
  'be|been|land|landed|get|gotten|fall|fell|come|came|go|went|wind|wound|make|made|end|ended it? up? a|the? in|into|on|part|member of?',
  'in|part|inside|within|excluded|missing|included',
  'part|member|a member? of',
  'not? in|from',
  'in or not|out in|of?',
  'in or is|are not in',
  'or not in',
  'on',
  'included in',
  'excluded|missing from',
  'belong to',
  'match|qualify|fit|make|count',
  'qualify for',
  'counted|here',
)

const moves = phrase(
  'going|about|likely|due|expected|supposed to',
  'need|needs|miss|missing|lack|have|has|take|require',
  'need|needs|have|has|missing|take to',
  'to',
)
const moving = phrase(
  'drop|drops|dropped|fall|falls|fell|slide|slides|slip|slips|age|ages|roll|come|go|goes|get|gets|be|time out of|from?',
  'drop|drops|dropped|fall|falls|fell|slip|slips|age|ages|go|goes off|out|away of?',
  'landed|land|ended|end|wound|wind|turned up? in|on',
  'leaves|left|exits|enters|entered|joins|joined|reaches|reached|leave|exit|quit|lose|enter|join|reach|rejoin|make|match|fit|leaving|entering|joining|reaching',
  'dropping|falling|slipping out of',
  'be|get|being|getting removed|dropped|excluded|gone|kicked from|out? of?',
  'be|become|becoming|being in|out|inside|of?',
  'be|is|get|gets|getting|come|coming|move|moving|go|going|fall|falling in|into|back|onto in|into?',
  'become|be|becoming|being a? part|member of',
  'qualify|qualifying|eligible|ready for',
  'be eligible|ready for',
  'stay|remain|staying|keep|last still? in|inside|on',
  'stay|remain a? part|member of',
  'no longer be? in|part|match|a? member of?',
  'be no longer|more in|part of?',
  'cease|stop to? be|being|matching in|part|a? member of?',
  'to|from|for|of|in|into|out',
  'out of',
  'from|to|of|out being|getting|becoming in|into|inside|part|a? member of?',
)

/** What was counted in this conversation. */
const atHand = phrase(
  'it|that|this|them|these|there|here',
  'the|this|that|your result|list|count|group|selection|audience',
)

/**
 * `why is anna@example.com in VIP?`, `is customer 123 in it?`, `when will c17 drop out of Recent Buyers?`,
 * `how close is Ana Silva to VIP?`
 */
export function membership(reading: Reading, start: number): Commanded | undefined {
  const asksWhen = when(reading, start)
  return (
    held(reading, start) ??
    (asksWhen < 0 ? undefined : explained(reading, asksWhen, (at) => intoSegment(reading, at))) ??
    explained(reading, why(reading, start), (at) => {
      const behind = skip(reading, skip(reading, skip(reading, at, are), not), not)
      const inside = memberOf(reading, behind)
      return inside < 0 ? moving(reading, behind) : inside
    })
  )
}

/** Up to the segment, after words such as "going to drop out of". */
function intoSegment(reading: Reading, at: number): number {
  let behind = skip(reading, at, not)
  for (let i = 0; i < 2; i++) behind = skip(reading, behind, moves)
  const ends = [skip(reading, behind, not), at].map((from) => moving(reading, from))
  return ends.find((end) => end >= 0) ?? memberOf(reading, behind)
}

/** `why does VIP include anna@example.com?` */
const whetherHolds = phrase(
  'why|how come? does|do|did|is|has not?',
  'does|do|did|has|is not?',
  'check|see|verify|tell|show me|us? if|whether',
  'explain|tell|show to? me|us? why',
)
const holds = phrase(
  'include|includes|included|contain|contains|contained|have|hold|holds|cover|covers|list|lists',
)

function held(reading: Reading, start: number): Commanded | undefined {
  const asked = whetherHolds(reading, start)
  const segment = asked < 0 ? undefined : segmentAt(reading, asked)
  const inside = segment === undefined ? -1 : holds(reading, skip(reading, segment.end, are))
  const customer = inside < 0 ? undefined : (customerAt(reading, inside) ?? lowerCaseAt(reading, inside))
  return segment === undefined || customer === undefined || !isOver(reading, customer.end)
    ? undefined
    : done({ do: 'explain_customer', customer: customer.value, segment: segment.value.id })
}

function explained(reading: Reading, opened: number, into: (at: number) => number): Commanded | undefined {
  if (opened < 0) return undefined
  const named = skip(reading, opened, not)
  const customer = customerAt(reading, named) ?? lowerCaseAt(reading, named)
  if (customer === undefined) return undefined
  const inside = into(customer.end)
  if (inside < 0) return oneOf(reading, customer)
  const segment = segmentAt(reading, inside)
  const end = segment?.end ?? skip(reading, inside, atHand)
  const rest = isOver(reading, end)
  if (segment === undefined && (reading.situation.criteria === undefined || !rest)) {
    return doubtOf(whichSegment(reading, inside, 'look into'))
  }
  return done({
    do: 'explain_customer',
    customer: customer.value,
    ...(segment === undefined ? {} : { segment: segment.value.id }),
  })
}

const one = phrase('a|an|one', 'a|one of the|our?', 'among the|our?', 'a member of')

/** `is anna@example.com a high value customer?`, where a segment is called so. */
function oneOf(reading: Reading, customer: Found<string>): Commanded | undefined {
  const inside = one(reading, skip(reading, customer.end, not))
  const segment = inside < 0 ? undefined : segmentAt(reading, inside)
  if (segment === undefined || !isOver(reading, segment.end)) return undefined
  return done({ do: 'explain_customer', customer: customer.value, segment: segment.value.id })
}

/** `lena owen`, typed in small letters: words that say nothing else, before those that ask where they are. */
function lowerCaseAt(reading: Reading, at: number): Found<string> | undefined {
  let end = at
  while (end < at + 3 && isUnknown(reading, end)) end++
  return end < at + 2 ? undefined : { value: said(reading, at, end), end }
}

const isUnknown = ({ tokens, links }: Reading, at: number): boolean => {
  const token = tokens[at]
  const known = token?.mended === undefined && LEXICON.has(token?.word ?? '')
  return token?.kind === 'word' && !known && links.at(at).length === 0
}
