import { leadsIn } from '../follow-ups/leads.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

const revert = phrase('undo|revert|reverse|rollback', 'roll back', 'ctrl|cmd|control plus|+|-? z')
const returns = phrase('return|reset|restore|restart|jump|revisit', 'start|begin again|over')
const undo = phrase(
  'scrap|scratch|drop|remove|forget|discard|cancel|ignore|disregard|strike|retract|withdraw|rewind|bin|nix|lose|skip|delete',
  'take|roll|put|leave|go|step|move|turn|switch|get|bring|change|set',
  'get rid of',
  'never mind',
  'nevermind',
  'do not do|apply|use|want|need',
)
/** What was said last, rather than any part of the criteria. */
const lastStep = phrase(
  'the|that|this|my|our|your|these? very? last|latest|previous|recent|final|newest bit|part|step|change|edit|tweak|thing|addition|message|instruction|piece|move|update|modification|refinement|comment|remark|sentence|ask|point|line|adjustment|correction',
  'the|that|this|my|our|your? most recent bit|part|step|change|edit|tweak|thing|addition|message|instruction|adjustment',
  'that|this bit|step|change|edit|tweak|addition|adjustment',
  'what|everything? i|we|you just? said|added|did|asked|wrote|typed|put|changed|removed|excluded|dropped',
  'what i|we|you just said|added|did|asked|wrote|typed|put|changed|removed|excluded|dropped in|out?',
  'the? thing|bit|part|stuff that? i|we|you just? said|added|did|asked|wrote|typed|put|changed|removed|excluded|dropped',
)
const it = phrase('it|that|this|things')
const again = phrase('back|again', 'back off|out|in?', 'off|out again?', 'back again')
/** Where to: how it was. */
const asBefore = phrase(
  'to? how|what|where it|that|things|this|we was|were|had|looked it? before|earlier|previously?',
  'to? the way it|that|things|this|we was|were|had|looked it? before|earlier|previously?',
  'to? how|what|where we|i had|were it|things|them? before|earlier?',
  'to|as|like it|that|things? was|were? before|earlier|previously',
  'to before|earlier',
  'to before that|this|i|we said|added|changed? that|this|it?',
  'to? one|a|a|single? step|move back|earlier?',
  'a|one|single step|move back?',
  'to? the? previous|last|earlier|former|prior|old one|version|step|criteria|audience|list|group|state|query|number|count|result?',
  'to? the one|version|list|audience|group|state|query|result before that|this|it?',
)
const THING =
  'one|version|step|criteria|audience|list|group|state|query|number|count|result|search|request|question|segment|selection|definition|people|customers'
/** Where to: where the conversation began. */
const asFirst = phrase(
  `to|from? the? very? first|1st|original|initial|starting|opening ${THING}?`,
  'to|from? the? very? beginning|start|outset',
  'to? square one',
  'to? where|how|what we|i|it|this|everything started|began|begun|had|was|were at|in|from? the? first|start|beginning|originally|initially',
  'to? where|how|what we|i|it|this|everything started|began|begun out|with|from?',
  'to? the way it|that|things|this|we was|were|had|looked it? originally|initially',
)
const CHANGES =
  'steps|changes|edits|tweaks|moves|messages|turns|refinements|things|ones|times|additions|filters'
const all = phrase(
  `all|every of? the|my|our|those|these? ${CHANGES}`,
  'everything',
  'all of? it|that|this|them?',
)
/** How many steps. */
const COUNTS: readonly (readonly [number, Phrase])[] = [
  [1, phrase('one|1')],
  [
    2,
    phrase(`the|my|our|those|these? last? two|2|both|couple of? ${CHANGES}?`, 'a couple of? steps', 'twice'),
  ],
  [3, phrase(`the|my|our|those|these? last? three|3 ${CHANGES}?`)],
  [4, phrase(`the|my|our|those|these? last? four|4 ${CHANGES}?`)],
  [5, phrase(`the|my|our|those|these? last? five|5 ${CHANGES}?`)],
]
const mistake = phrase(
  'that|it|this|which was|is|were a|my|the? mistake|wrong|error|accident|misunderstanding',
  'i|we made a mistake',
  'my|a mistake',
  'not what i|we meant|wanted',
)
const small = phrase(
  'please|pls|the|,|.|!|;|-|?|and|so|then|ok|okay|again|sorry|no|nah|nope|hmm|thanks|just|for|now|me|us|actually|all|way|right',
  'can|could|would we|you|i',
  'i|we want|need|would|wanted like? to?',
  'let us',
  'oops|wait|whoops|hm',
  'not that',
  'i|we liked|like|prefer|preferred',
  'was|were|is better|nicer|right|fine',
  'better|more',
)

/** Those who were left out. */
const theyBack = phrase(
  "i|we want|need|would|d|'d? like? to? have? them|those|these|it people|customers|ones|folks? back in?",
)

interface Piece {
  readonly says:
    | 'revert'
    | 'undo'
    | 'step'
    | 'it'
    | 'again'
    | 'before'
    | 'first'
    | 'return'
    | 'all'
    | 'nothing'
    | number
  readonly words: Phrase
}
const PIECES: readonly Piece[] = [
  { says: 'first', words: asFirst },
  ...COUNTS.map(([says, words]) => ({ says, words })),
  { says: 'all', words: all },
  { says: 'return', words: returns },
  { says: 'step', words: lastStep },
  { says: 'before', words: asBefore },
  { says: 'revert', words: revert },
  { says: 'undo', words: undo },
  { says: 'it', words: it },
  { says: 'again', words: again },
  { says: 'nothing', words: theyBack },
  { says: 'nothing', words: mistake },
  { says: 'nothing', words: small },
]

const undoes = ({ tokens }: Reading): boolean =>
  tokens.some(({ word }) => /^(?:undo|revert|rollback|z)$/.test(word))

/** So many steps back, or to what was asked for first. */
export type StepsBack = number | 'first'

/**
 * "scrap that last bit", "no, back to how it was before": the last step is taken back; "back two steps" so many, "back
 * to the first one" all of them. Said in a few words that speak of nothing else; whatever names a condition ("drop the
 * Canada part") is read as a change of that one.
 */
export function goesBack(reading: Reading): StepsBack | undefined {
  const { length } = reading.tokens
  if (length > 24) return undefined
  const heard = new Set<Piece['says']>()
  for (let at = leadsIn(reading).from; at < length; ) {
    let [end, says]: [number, Piece['says']] = [-1, 'nothing']
    for (const piece of PIECES) {
      const next = piece.words(reading, at)
      if (next > end) [end, says] = [next, piece.says]
    }
    if (end < 0) return undefined
    heard.add(says)
    at = end
  }
  const counts = [...heard].filter((said) => typeof said === 'number')
  const back = heard.has('again') || heard.has('revert')
  if (heard.has('first') && !heard.has('step')) return back || heard.has('return') ? 'first' : undefined
  if (heard.has('all') && counts.length === 0) return heard.has('revert') ? 'first' : undefined
  const [count = 1, ...others] = counts
  if (others.length > 0 || (counts.length > 0 && !back)) return undefined
  if (heard.has('before')) return count
  // “The reverse” alone is no step.
  if (heard.has('revert'))
    return heard.has('step') || heard.has('it') || counts.length > 0 || undoes(reading) ? count : undefined
  if (counts.length > 0) return count
  return heard.has('undo') && (heard.has('step') || (heard.has('it') && heard.has('again'))) ? 1 : undefined
}
