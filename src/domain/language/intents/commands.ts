import type { Criteria } from '../../criteria/schema.ts'
import { DICTIONARY_FIELDS, type DictionaryField } from '../../vocabulary/dictionary.ts'
import type { Doubt } from '../grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import type { Command } from '../interpretation.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { afterCourtesy, isWhole } from './whole.ts'

/** A command, a question about it, or what can't be done yet. */
export type Commanded =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | { readonly kind: 'refused'; readonly missing: string; readonly reason: string }

/** Reads criteria in the rest of a message, for "clone X and limit it to France". */
export type ReadCriteria = (from: number, to: number) => Criteria | undefined

const done = (command: Command): Commanded => ({ kind: 'command', command })

/** Messages that are a command as a whole. */
const WHOLE: readonly (readonly [Phrase, Command])[] = [
  [
    phrase(
      'yes|yep|yeah|confirm|confirmed|approve|approved|sure|agreed|correct|proceed|y',
      'yes|ok|okay|sure , go ahead|do it|confirm|create it',
      'go ahead|for it',
      'do it',
      'confirm|approve it|this|that|the? proposal|change?',
      'looks|sounds good|right|great|fine',
      'make it so',
      'yes , do it|please',
      'ok do it',
      'that is right|correct|fine',
      'go',
    ),
    { do: 'confirm' },
  ],
  [
    phrase(
      'cancel|stop|abort|discard|reject|nevermind|no|nope',
      'never mind',
      'cancel|discard|reject|abort|stop it|that|this|the? proposal|change|segment?',
      'forget it|that|about it',
      'do not do it|that|this',
      'no thanks|thank|stop|cancel',
      'no , cancel|stop it?',
      'not now',
      'scrap that|it',
    ),
    { do: 'cancel' },
  ],
  [
    phrase(
      'undo|revert|rollback',
      'undo|revert|reverse it|that|this|the? last|previous? change|step?',
      'roll|take it|that|this? back',
      'go back',
      'undo what you|i just? did',
      'put it back',
    ),
    { do: 'undo' },
  ],
  [
    phrase(
      'pending|open|waiting|outstanding proposals|changes',
      'proposals',
      'list|show|what|which are? me|the|my|all? pending|open? proposals|changes|approvals',
      'what is|are waiting|pending for? me|approval|confirmation?',
      'what needs confirmation|approval',
    ),
    { do: 'list_proposals' },
  ],
  [
    phrase(
      'what|which data|fields|attributes|information|properties do|can|are|is we|you|i|there? have|use|filter|available|on|by|query|know|segment|hold?',
      'what data|fields|attributes do you have|know|hold about? customers?',
      'list|show all|the|me? the? fields|attributes|data',
      'what can i filter|segment|query by|on?',
      'data dictionary',
      'what do you know about? our|my|the? customers?',
    ),
    { do: 'list_fields' },
  ],
  [
    phrase(
      'explain|describe it|this|that|these|them|the criteria|number|count|numbers|result|segment?',
      'why|how come is|are it|that|this|so? many|few|number?',
      'how did|do you get|count|calculate|arrive that|this|it|at?',
      'what does that|this|it mean',
      'what did you do|count|understand|include',
      'what is|are in it|this|that|there?',
      'how was|is that|this|it counted|calculated|defined',
      'why',
    ),
    { do: 'explain_criteria' },
  ],
]

const quotedTerm = phrase(
  'no|wait|ok|hmm|hang|hold|on|,|please|what|how|do|does|is|are|you|exactly|by',
  'no wait',
  'what do you mean by',
)
const includes = phrase(
  'include|includes|mean|means|cover|covers|count|counts|contain|defined|calculated|counted',
  'stand for',
)

/** "what does 'spent' include?": the words of the criteria at hand answer it. */
function asksForTerm(reading: Reading): boolean {
  const { tokens, situation } = reading
  if (
    situation.criteria === undefined ||
    !tokens.some((token) => token.word === 'what' || token.word === 'how')
  )
    return false
  return (
    tokens.some((_, i) => includes(reading, i) >= 0) && quotedTerm(reading, 0) >= 0 && tokens.length <= 14
  )
}

const saveIt = phrase(
  'save|keep|store|create|make|persist|turn|add it|this|that|them|these|those',
  'save|create|make a|the|this|that|new? segment|audience|group|list',
  'save',
  'turn|make|convert|save it|this|that|them into|a|as|to? a|new? segment|audience|list',
  'create|make a? segment from|of|with|out it|this|that|these|them|of',
  'save|keep this|these|that|the audience|segment|criteria|selection|result|search|people',
  'yes , ? save|create it|this|that',
  'save|create|make it|this|that as a|new? segment',
)
const listSegments = phrase(
  'list|show|what|which|see|view|get|display|give me? are? all|my|our|the|of? my|our|the? saved|existing|available|custom|current? segments|audiences|lists',
  'what|which segments|lists|audiences do|are we|i|you|there? have|exist|saved?',
  'segments|lists',
  'do we|i have any segments|lists',
  'are there any segments',
  'my|our segments',
)
const matching = phrase(
  'that|which? contain|contains|containing|matching|about|with|like|for|named|called|start|starts|starting|mention|mentions with?',
)
const explain = phrase(
  'explain|describe',
  'what is|does|are',
  'what is|are in|inside',
  'how is|was',
  'tell me about',
  'define',
  "what 's in?",
  'what defines',
  'who|what does',
  'explain to me',
  'how do you define',
  'what makes up',
)
const meansWord = phrase(
  'mean|means|contain|contains|defined|include|includes|consist|about|made|built|calculated',
  'mean|defined?',
  'made up? of',
  'all about',
  'consist of',
)
const show = phrase(
  'show|open|view|get|see|display|load',
  'show me',
  'go to',
  'pull up',
  'look at',
  'details|detail of|on|for',
  'show details of|for',
)
const why = phrase(
  'why is|are|was|were|does|did',
  'why is|was not',
  'is|was|are',
  'how come',
  'explain why',
  'why',
)
const not = phrase('not|no|never', 'not a? member?')
const memberOf = phrase(
  'in|part|inside|within|excluded|missing|included',
  'part|member|a member? of',
  'not? in|from',
  'included in',
  'excluded|missing from',
  'belong to',
  'match',
  'counted|here',
)
const customerWord = phrase('customer|client|user|id|number|no|#|person', 'customer id|number|#')
const rename = phrase(
  'rename|retitle',
  'change|update|edit the|its? name|title of?',
  'change|update the name|title of',
)
const to = phrase('to|as|into|:|->', 'to be', 'called|named')
const instead = phrase('instead', 'please')
const clone = phrase(
  'clone|copy|duplicate|replicate',
  'make|create|take a|an|another? copy|clone|duplicate of',
  'copy of',
)
const limited = phrase(
  'and|but|,|then|with? limit|restrict|narrow|filter|limited|restricted|only|just|keep it|that|the|them? to|for|in|by?',
  'but|and|,? only|just for|in|with|from?',
  'and|but|, for|with|limited|in|from to?',
  'for|with|limited to?',
  'and|,|but add|require|exclude|excluding|without?',
  'limited to',
  'for',
)
const removal = phrase('delete|remove|erase|trash|archive|drop|kill', 'get rid of')
const many = phrase('all|every|everything|any|each|these|those|both', 'all of?', 'segments')
const deleteIt = phrase('delete|remove|erase|trash it|this|that|them')
const update = phrase('update|edit|modify|change|redefine|replace|overwrite|set')
const undoWord = phrase(
  'undo|revert|restore|roll',
  'undo|revert|restore the? last? change|changes|version to|of|in',
  'roll back',
)
const what = phrase(
  'what|which|list|show|see|give me? are|is? all|me? the|our? of?',
  'what|which kinds|types of',
  'list|show all?',
)
const there = phrase(
  'are|do|have|is there|we|i|you|exist|available|have',
  'do|does we|i|you have|sell|stock|know|hold|use|offer|there?',
  'exist',
  'are there',
  'are available|known',
  'we|i have',
)
const FIELD_WORDS: readonly (readonly [DictionaryField, Phrase])[] = [
  ['category', phrase('categories|category', 'product categories')],
  ['brand', phrase('brands|brand')],
  ['product', phrase('products|product|items')],
  ['country', phrase('countries|country')],
  ['region', phrase('regions|states|provinces')],
  ['city', phrase('cities|towns')],
  ['tags', phrase('tags|tag', 'customer tags')],
  ['campaign', phrase('campaigns|campaign')],
  ['event', phrase('events|event', 'event types')],
  ['channel', phrase('channels', 'sales|order channels')],
  ['device', phrase('devices')],
  ['discount_code', phrase('codes|coupons', 'discount|coupon|promo|voucher codes')],
]

/** Requests for what does not exist yet; named, so that nothing else is done instead. */
const NOT_YET: readonly (readonly [Phrase, string, string])[] = [
  [
    phrase(
      'export|download|sync|push|upload',
      'send|push|sync to klaviyo|mailchimp|hubspot|facebook|google|meta',
      'export to',
    ),
    'exports',
    'Exports are not available yet.',
  ],
  [
    phrase(
      'refresh|recalculate|recompute|recount|rerun',
      'update the|all? counts|numbers|membership|memberships|segments',
    ),
    'refresh by request',
    'Refreshing by request is not available here; every count is made anew when it is asked for.',
  ],
  [
    phrase(
      'compare',
      'overlap|intersection|difference',
      'how much do|does',
      'what is the overlap|difference|intersection',
      'venn',
    ),
    'comparisons of segments',
    'Comparing segments is not available yet; “customers in both A and B” counts the overlap.',
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
      'how many joined|left|entered',
    ),
    'history',
    'The history of segments can’t be asked here yet.',
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
    'Averages, totals and breakdowns can’t be asked yet; I can find and count people.',
  ],
  [
    phrase(
      'activate|deactivate|archive|pause|publish|enable|disable',
      'set it|the|live|status|to',
      'make it|the live|public|active|draft',
      'mark as',
      'merge|combine|split',
      'share|invite',
      'schedule',
      'set|go live',
      'push live',
      'auto refresh',
      'import|upload|add customers',
    ),
    'this change',
    'This change is not available yet.',
  ],
]

/** Reads a message as a command about things that exist; undefined when it asks for people. */
export function commandIn(
  reading: Reading,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const whole = WHOLE.find(([words]) => isWhole(reading, words))
  if (whole !== undefined)
    return name !== undefined && whole[1].do === 'confirm' ? done({ do: 'save', name }) : done(whole[1])
  const start = afterCourtesy(reading)
  if (isWhole(reading, saveIt) || (name !== undefined && start >= reading.tokens.length)) {
    return done({ do: 'save', ...(name === undefined ? {} : { name }) })
  }
  if (asksForTerm(reading)) return done({ do: 'explain_criteria' })
  return (
    listing(reading, start) ??
    membership(reading, start) ??
    renaming(reading, start, name) ??
    cloning(reading, start, name, criteriaOf) ??
    deleting(reading, start) ??
    updating(reading, start, criteriaOf) ??
    undoing(reading, start) ??
    about(reading, start) ??
    notYet(reading, start)
  )
}

function listing(reading: Reading, start: number): Commanded | undefined {
  const end = listSegments(reading, start)
  if (end >= 0) {
    const said = matching(reading, end)
    const rest = afterCourtesy(reading, said >= 0 ? said : end)
    if (rest >= reading.tokens.length) return done({ do: 'list_segments' })
    if (said >= 0) {
      const search = reading.tokens
        .slice(rest)
        .filter((token) => token.kind !== 'sign')
        .map((token) => (token.kind === 'quoted' ? token.word : token.text))
        .join(' ')
      return done({ do: 'list_segments', search })
    }
  }
  const opened = what(reading, start)
  if (opened < 0) return undefined
  for (const [field, words] of FIELD_WORDS) {
    const named = words(reading, opened)
    if (named < 0) continue
    const behind = there(reading, named)
    const rest = behind >= 0 ? (there(reading, behind) >= 0 ? there(reading, behind) : behind) : named
    if (afterCourtesy(reading, rest) < reading.tokens.length) return undefined
    const known = DICTIONARY_FIELDS.find((one) => one === field)
    return done({ do: 'find_values', query: '', ...(known === undefined ? {} : { field: known }) })
  }
  return undefined
}

/** `why is anna@example.com in VIP?`, `is customer 123 in it?` */
function membership(reading: Reading, start: number): Commanded | undefined {
  const opened = why(reading, start)
  if (opened < 0) return undefined
  const named = skip(reading, skip(reading, opened, not), customerWord)
  const token = reading.tokens[named]
  const isId =
    token?.kind === 'address' ||
    (named > opened && token?.kind === 'number') ||
    (named > opened && token?.kind === 'word')
  if (token === undefined || !isId) return undefined
  const inside = memberOf(reading, skip(reading, skip(reading, named + 1, not), not))
  if (inside < 0) return undefined
  const segment = segmentAt(reading, inside)
  if (segment === undefined && reading.situation.criteria === undefined)
    return doubtOf(whichSegment(reading, inside, 'look into'))
  return done({
    do: 'explain_customer',
    customer: token.text,
    ...(segment === undefined ? {} : { segment: segment.value.id }),
  })
}

const doubtOf = (doubt: Doubt): Commanded => ({ kind: 'doubt', doubt })

function renaming(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  const opened = rename(reading, start)
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  if (segment === undefined) return doubtOf(whichSegment(reading, opened, 'rename'))
  const said = to(reading, segment.end)
  const rest = reading.tokens.slice(said >= 0 ? said : segment.end)
  const end = rest.findIndex((_, i) => instead(reading, (said >= 0 ? said : segment.end) + i) >= 0)
  const words = (end < 0 ? rest : rest.slice(0, end)).map((token) =>
    token.kind === 'quoted' ? token.text.slice(1, -1) : token.text,
  )
  const given =
    name ??
    words
      .join(' ')
      .replace(/\s*[.!?]$/, '')
      .trim()
  if (given === '')
    return doubtOf({
      kind: 'question',
      says: `What should ${segment.value.name} be called?`,
      choices: [],
      from: start,
      to: reading.tokens.length,
    })
  return done({ do: 'rename_segment', segment: segment.value.id, name: given })
}

function cloning(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opened = clone(reading, start)
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  if (segment === undefined) return doubtOf(whichSegment(reading, opened, 'copy'))
  const { id } = segment.value
  const named = name === undefined ? nameBehind(reading, segment.end) : undefined
  const given = name ?? named?.name
  const base = { do: 'clone_segment', segment: id, ...(given === undefined ? {} : { name: given }) } as const
  const from = named?.end ?? segment.end
  if (afterCourtesy(reading, from) >= reading.tokens.length) return done(base)
  const added = criteriaOf(skip(reading, from, limited), reading.tokens.length)
  if (added === undefined) {
    return doubtOf({
      kind: 'question',
      says: 'What should be different in the copy?',
      choices: [],
      from,
      to: reading.tokens.length,
    })
  }
  const own = reading.situation.definition?.(id) ?? { type: 'segment', segment: id }
  return done({ ...base, criteria: { all: [...('all' in own ? own.all : [own]), added] } })
}

/** "… as VIP France", "… to VIP France": the copy's name without quotes. */
function nameBehind(reading: Reading, at: number): { name: string; end: number } | undefined {
  const said = to(reading, at)
  if (said < 0) return undefined
  let end = said
  while (reading.tokens[end] !== undefined && /^[\p{Lu}\p{N}]/u.test(reading.tokens[end]?.text ?? '')) end++
  if (end === said) return undefined
  return {
    name: reading.tokens
      .slice(said, end)
      .map((token) => token.text)
      .join(' '),
    end,
  }
}

function deleting(reading: Reading, start: number): Commanded | undefined {
  const opened = removal(reading, start)
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  if (segment !== undefined && afterCourtesy(reading, segment.end) >= reading.tokens.length) {
    return done({ do: 'delete_segment', segment: segment.value.id })
  }
  if (isWhole(reading, deleteIt) && segment === undefined) {
    return doubtOf(whichSegment(reading, reading.tokens.length, 'delete'))
  }
  const several = many(reading, opened) >= 0
  if (!several && segment === undefined && reading.situation.criteria !== undefined) return undefined
  if (
    !several &&
    !reading.tokens.slice(opened).some((token) => /^(?:segment|list|audience)s?$/.test(token.word)) &&
    segment === undefined
  )
    return undefined
  const doubt = whichSegment(reading, opened, 'delete')
  const says = several
    ? 'Segments are deleted one at a time, so that each can be looked at first. Which one should I delete?'
    : doubt.says
  return doubtOf({ ...doubt, says })
}

function updating(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const opened = update(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  if (
    segment === undefined ||
    (segment.value.id === reading.situation.lastSegment?.id &&
      reading.situation.criteria !== undefined &&
      reading.links.at(opened).length === 0)
  )
    return undefined
  const said = to(reading, segment.end)
  const { id } = segment.value
  if (afterCourtesy(reading, segment.end) >= reading.tokens.length)
    return done({ do: 'update_segment', segment: id })
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

function undoing(reading: Reading, start: number): Commanded | undefined {
  const opened = undoWord(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  if (segment === undefined || afterCourtesy(reading, segment.end) < reading.tokens.length) return undefined
  return done({ do: 'undo', segment: segment.value.id })
}

/** `explain Champions`, `what is VIP?`, `show VIP`: a segment and nothing else. */
function about(reading: Reading, start: number): Commanded | undefined {
  for (const [words, verb] of [
    [explain, 'explain_segment'],
    [show, 'show_segment'],
  ] as const) {
    const opened = words(reading, start)
    const segment = opened < 0 ? undefined : segmentAt(reading, opened)
    if (segment === undefined) continue
    const behind = meansWord(reading, segment.end)
    if (afterCourtesy(reading, behind >= 0 ? behind : segment.end) >= reading.tokens.length) {
      return done({ do: verb, segment: segment.value.id })
    }
  }
  return undefined
}

function notYet(reading: Reading, start: number): Commanded | undefined {
  const found = NOT_YET.find(([words]) => words(reading, start) >= 0)
  return found && { kind: 'refused', missing: found[1], reason: found[2] }
}
