import { type Phrase, phrase } from '../../grammar/phrase.ts'
import type { Reading } from '../../grammar/reading.ts'
import type { NamedProfile } from '../../situation.ts'
import { profilesAt } from '../profile-at.ts'

/** What makes a sentence a question about ICPs and personas. */
type Cue = 'whom' | 'compare' | 'define' | 'parameters' | 'list' | 'status' | 'why' | 'counted' | 'changed'

const CUES: readonly (readonly [Cue, Phrase])[] = [
  [
    'compare',
    phrase(
      'compare|compared|comparing|comparison|contrast',
      'cmpare|compair',
      'difference|differences between|of?',
      'differ|differs|different',
      'vs|versus',
      'side by side|-',
      'how do|does|are',
      'next to each other',
    ),
  ],
  // Beside what defines it; by themselves they ask whom to count.
  [
    'whom',
    phrase(
      'who|what falls|fall|sits|sit|is|are|lives in|into|under? it|them|there?',
      'how many|much',
      'people|companies|accounts|customers|records',
    ),
  ],
  [
    'define',
    phrase(
      'what is|are|does|do|s in|inside|exactly|actually?',
      "what 's in|inside|exactly|actually?",
      'whats in|inside?',
      'explain|describe|define|definition|details|detail',
      'how is|are defined|built|set up?',
      'made up? of',
      'look|looks|looking|ask|asks|asking|stand|stands for',
      'require|requires|contain|contains|include|includes|consist|consists of?',
    ),
  ],
  [
    'parameters',
    phrase(
      'parameter|parameters|criteria|rule|rules|condition|conditions|setting|settings|definition|definitions',
      'must|musts|must-haves|filter|filters|preference|preferences|prefs|weight|weights|exclude|excludes|excluded|exclusion|exclusions|nice-to-haves',
    ),
  ],
  [
    'list',
    phrase('list|show|see|view|give|display me|us?', 'which|what', 'do|does we|i|you have', 'there|exist'),
  ],
  [
    'status',
    phrase('live|draft|drafts|archived|active|inactive|status|statuses|state', 'at the moment', 'right? now'),
  ],
  ['why', phrase('why', 'how come', 'what is the reason', 'for what reason')],
  ['counted', phrase('counted|included|covered|allowed|accepted', 'part of')],
  [
    'changed',
    phrase(
      'what has|was|is? changed|change',
      'what has|did? happened|happen',
      'history|versions|changes|changelog|log',
      'who|when has|was|did? changed|edited|made|created|touched',
      'last changed|edited',
    ),
  ],
]

const KINDS: readonly { readonly words: Phrase; readonly kinds: readonly NamedProfile['kind'][] }[] = [
  { words: phrase('icp|icps', 'ideal customer profile|profiles'), kinds: ['icp'] },
  { words: phrase('buyer? persona|personas'), kinds: ['persona'] },
  { words: phrase('profile|profiles'), kinds: ['icp', 'persona'] },
]

const FILLER = phrase(
  "the|a|an|our|my|of|in|for|and|or|to|with|on|by|between|both|all|every|each|any|we|i|you|us|me|it|its|it's|them|their|they|is|are|do|does|have|has|got|please|pls|one|ones|that|which|table|overview|summary|side|how|so|then|exactly|actually|really|currently|now|please|can|could|tell|know|like|new|quick|quickly|at|ones|moment|recently|lately|whom|under|inside|here",
  "'s|’s|'|?|.|!|,|;|:|-|–|/|&|(|)",
  'in one table|list|view',
  'since? yesterday|today',
  'last week|month',
  'about',
  'to me',
)

/** What a sentence says of profiles. */
export interface Heard {
  readonly profiles: readonly NamedProfile[]
  /** Whether ICPs, personas or both were said. */
  readonly kinds: ReadonlySet<NamedProfile['kind']>
  readonly cues: ReadonlySet<Cue>
  /** Words that are no cue, no name and nothing in between. */
  readonly unheard: number
  /** How many of these are written like names. */
  readonly names: number
}

/** The cues, kinds and names of a sentence, wherever they stand in it. */
export function heardIn(reading: Reading, start: number): Heard {
  const profiles = new Map<string, NamedProfile>()
  const kinds = new Set<NamedProfile['kind']>()
  const cues = new Set<Cue>()
  let unheard = 0
  let names = 0
  for (let at = start; at < reading.tokens.length; ) {
    const named = profilesAt(reading, at)
    for (const one of named?.value ?? []) profiles.set(one.id, one)
    const kind = named === undefined ? KINDS.find(({ words }) => words(reading, at) >= 0) : undefined
    for (const one of kind?.kinds ?? []) kinds.add(one)
    const found = named === undefined && kind === undefined ? cuesAt(reading, at) : undefined
    for (const cue of found?.cues ?? []) cues.add(cue)
    const end = named?.end ?? kind?.words(reading, at) ?? Math.max(found?.end ?? -1, FILLER(reading, at))
    if (end <= at) {
      unheard++
      if (at > start && /^\p{Lu}\p{Ll}/u.test(reading.tokens[at]?.text ?? '')) names++
    }
    at = Math.max(end, at + 1)
  }
  return { profiles: [...profiles.values()], kinds, cues, unheard, names }
}

/** The cues that are read furthest. */
function cuesAt(reading: Reading, at: number): { readonly cues: readonly Cue[]; readonly end: number } {
  const ends = CUES.map(([cue, words]) => ({ cue, end: words(reading, at) }))
  const end = Math.max(...ends.map((one) => one.end))
  return { cues: end < 0 ? [] : ends.filter((one) => one.end === end).map(({ cue }) => cue), end }
}
