import { leadsIn } from '../follow-ups/leads.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

const revert = phrase('undo|revert|reverse|rollback', 'roll back')
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
  'to? how|what|where it|that|things|this|we was|were|had|looked it? before|earlier|previously|originally?',
  'to? the way it|that|things|this|we was|were|had|looked it? before|earlier|previously|originally?',
  'to? how|what|where we|i had|were it|things|them? before|earlier?',
  'to|as|like it|that|things? was|were? before|earlier|previously',
  'to before|earlier',
  'to before that|this|i|we said|added|changed? that|this|it?',
  'to? one|a|a|single? step|move back|earlier?',
  'a|one|single step|move back?',
  'to? the? previous|last|earlier|former|prior|old|original one|version|step|criteria|audience|list|group|state|query|number|count|result?',
)
const mistake = phrase(
  'that|it|this|which was|is|were a|my|the? mistake|wrong|error|accident|misunderstanding',
  'i|we made a mistake',
  'my|a mistake',
  'not what i|we meant|wanted',
)
const small = phrase(
  'please|pls|the|,|.|!|;|-|and|so|then|ok|okay|again|sorry|no|nah|nope|hmm|thanks|just|for|now',
)

/** Those who were left out. */
const theyBack = phrase(
  "i|we want|need|would|d|'d? like? to? have? them|those|these|it people|customers|ones|folks? back in?",
)

interface Piece {
  readonly says: 'revert' | 'undo' | 'step' | 'it' | 'again' | 'before' | 'nothing'
  readonly words: Phrase
}
const PIECES: readonly Piece[] = [
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

/**
 * "scrap that last bit", "no, back to how it was before": the last step is taken back. Said in a few words that speak
 * of nothing else; whatever names a condition ("drop the Canada part") is read as a change of that one.
 */
export function goesBack(reading: Reading): boolean {
  const { length } = reading.tokens
  if (length > 24) return false
  const heard = new Set<Piece['says']>()
  for (let at = leadsIn(reading).from; at < length; ) {
    let [end, says]: [number, Piece['says']] = [-1, 'nothing']
    for (const piece of PIECES) {
      const next = piece.words(reading, at)
      if (next > end) [end, says] = [next, piece.says]
    }
    if (end < 0) return false
    heard.add(says)
    at = end
  }
  if (heard.has('before')) return true
  if (heard.has('revert')) return heard.has('step') || heard.has('it')
  return heard.has('undo') && (heard.has('step') || (heard.has('it') && heard.has('again')))
}
