import type { Criteria } from '../../criteria/schema.ts'
import type { Entity } from '../../entities/entity.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import type { Change, Edit } from './edit.ts'

/** A stretch of the message that says what comes in, by tokens; the rest of it says what to do. */
export interface SaidPart {
  readonly from: number
  readonly to: number
}

/** How a follow-up changes the criteria at hand; `undefined` when it is no follow-up. */
export type Refined =
  | { readonly kind: 'anew'; readonly from: number }
  | {
      readonly kind: 'edit'
      readonly edit: Edit
      readonly said: SaidPart
      /** Its words speak of what is at hand, so that it is no request by itself: "everyone else", "women instead". */
      readonly firm?: true
    }
  | { readonly kind: 'choice'; readonly question: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'unclear' }
  | undefined

/** What a change comes to: one edit, several of which one is chosen, or none. */
export const editsOf = (found: Change | Refined): readonly Edit[] =>
  found?.kind === 'edit' ? [found.edit] : found?.kind === 'choice' ? found.edits : []

/** Reads criteria in a stretch of the message. */
export type ReadPart = (from: number, to: number) => Criteria | undefined

/** A message that may change the criteria at hand: tokens [from, to), courtesies aside. */
export interface FollowUp {
  readonly reading: Reading
  readonly current: Criteria
  readonly from: number
  readonly to: number
  /** "no", "sorry", "actually": what follows stands in for something. */
  readonly correcting: boolean
  readonly part: ReadPart
  /** The same, as said of others than are at hand. */
  partAs(entity: Entity, from: number, to: number): Criteria | undefined
  /** Criteria that certainly mean this text. */
  read(text: string): Criteria | undefined
}

export const suffixInstead = phrase(
  'instead',
  'rather',
  'actually',
  ',? instead of that|it|this|them',
  ', instead',
  ',? i|we meant|mean',
  ',|.|;|-? the? rest|everything else? stays|remains|is|stay|remain|can stay? as|the|put|unchanged|untouched|identical? it|same? is|was?',
  ',|.|;|-? everything|all else stays|remains|is|stay|remain|can stay? as|the|put|unchanged|untouched|identical? it|same? is|was?',
  ',|.|;|-? keep|leave the rest|others as? it|they? is|are|was?',
  ',|.|;|-? keep|leave everything|all else as? it? is|was?',
  ',|.|;|-? otherwise unchanged|identical|the? same?',
  ',|.|;|-? nothing else changes|changed|moves',
  'will|would do|suffice',
  'is|are|would be? enough|fine|ok|okay|plenty|sufficient|good',
  'suffices',
  ',|.|;|-? with|in|over|for? the? same timeframe|period|window|dates|time|range|timespan|filters|conditions|rest frame|period|span|window|range?',
  ',|.|;|-? with|for|at|on? the? same bar|limit|threshold|minimum|amount|number|budget|rule|rules|criteria|cutoff|value|rest|everything|settings|setup else?',
  ",|.|;|-? i|we want|need|would|d|'d like? them|those|it|these|him|her back in?",
)

/** "… too": what came beside what is at hand. */
export const suffixToo = phrase(
  'too|also',
  'as well',
  'in addition',
  ', too|also',
  'again',
  'back in?',
  'to it|that|them|this',
  'to the industry|industries|country|countries|list|lists|place|places|city|cities|tags|title|titles|products|categories|brands|segments',
  'to the list|mix|criteria',
  ',? regardless|irrespective of the|everything|anything|that? rest|else|other? conditions?',
  ',? no matter what|the rest? else?',
  ',? whatever|whoever else they|it? are|is|do|did?',
)

/** What stands at the end and says nothing. */
export const courtesyAtEnd = phrase(
  'please|thanks|thx|then|though|now|ok|okay|cheers|ta|obviously|naturally|clearly|anyway|ofc|certainly|definitely',
  'of course',
  ', please|thanks|though|ok|okay',
  'thank you',
  'for now|me|us',
  'so far',
  'to date',
  'from|out of? it|them|that|this|these|those|here|there',
  ',|.|;|- for? all|each|every one? of them|these|those',
  'for all|each|every one? of them|these|those',
  'from|in the? list|segment|audience|selection|group',
  'if possible|you can',
  'after all',
  ', after all',
  ',? i|we do not mind|care',
  ',? either is|way|works fine|ok|okay?',
  ',|.|;|-? how many? is|are|was? that|it|they|those|there?',
  ',|.|;|-? how many of? them|those|these?',
)

/** Behind what stands in for something: "desktop, sorry", "the first order I should have said". */
const correctionAtEnd = phrase(
  ',|-|.? sorry|apologies|oops|whoops|rather',
  ',|-|.? my bad|mistake|apologies',
  ',|-|.|;? i|we should|must|could have said|written|put|asked|meant|typed',
  ',|-|.|;? i|we meant|mean to? say|ask|write|type',
  ',|-|.|;? is|was what i|we meant|mean|wanted|want|need',
  ',|-|.|;? i|we meant|mean ,? sorry',
  'would be|work|do better',
)

/** The end of a message without what says that it corrects something, where it does. */
export const withoutCorrection = (reading: Reading, to: number): number =>
  trimmed(reading, to, correctionAtEnd)

const asFirst = phrase('first|firstly')
/** "just the first", "the last, not first": one of them. */
const THE_FIRST = /^(?:the|just|only|not|than|of|their)$/
const DONE = /^(?:who|that|bought|ordered|purchased|opened|clicked|visited|joined)$/

/** "only France first", and not "those who bought Coffee first". */
const withoutFirst = (reading: Reading, from: number, to: number): number =>
  reading.tokens.slice(from, to).some(({ word }) => DONE.test(word)) ||
  THE_FIRST.test(wordAt(reading, to - 2))
    ? to
    : trimmed(reading, to, asFirst)

/** The end of a message without the courtesies there. */
export const withoutCourtesy = (reading: Reading, from: number): number => {
  let to = reading.tokens.length
  for (let i = 0; i < 2; i++) to = withoutFirst(reading, from, trimmed(reading, to, courtesyAtEnd))
  return to
}

/** The end of the message without "instead", "please" and a full stop. */
export function trimmed(reading: Reading, to: number, words: Phrase): number {
  const last = reading.tokens[to - 1]?.word
  if (last === '.' || last === '!' || last === '?' || last === ',') return trimmed(reading, to - 1, words)
  for (const length of [8, 7, 6, 5, 4, 3, 2, 1]) {
    if (to - length > 0 && words(reading, to - length) === to) return to - length
  }
  return to
}

/** Words that can't be a request by themselves. */
export const firmly = (refined: Refined, firm = true): Refined =>
  refined?.kind === 'edit' && firm ? { ...refined, firm } : refined

/** A change as a follow-up, with the words that say what comes in. */
export const refinedBy = (change: Change | undefined, from: number, to: number): Refined =>
  change?.kind === 'edit' ? { ...change, said: { from, to } } : change
