import { type Doubt, question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { afterCourtesy } from '../intents/whole.ts'
import type { NamedProfile } from '../situation.ts'
import {
  article,
  closing,
  describing,
  filler,
  idealsAt,
  inside,
  keptDraft,
  link,
  make,
  naming,
  nounAt,
  several,
  teamAt,
  who,
  whom,
} from './header-words.ts'
import { homesAt, lostHomeAt } from './homes.ts'
import { readsWhole } from './reads-whole.ts'
import { profileAt } from './profile-at.ts'
import { looksNamed, nameAt } from './profile-name.ts'

/** What a stretch says of a profile that is to be built: “Under Enterprise add Money Holders: …”. */
export interface Header {
  readonly kind?: 'icp' | 'persona'
  /** “ICP over our shoppers”: whom it is about. */
  readonly entity?: 'company' | 'customer'
  readonly name?: string
  /** The ICPs that a persona should live in. */
  readonly icps: readonly NamedProfile[]
  /** Something is to be made. */
  readonly makes: boolean
  /** A colon or the like stands behind it. */
  readonly closed: boolean
  /** Where it should live can’t be: there is no such ICP. */
  readonly doubt?: Doubt
  /** Words in it that describe: “a fintech ICP”, “add CFOs under Enterprise”. */
  readonly describes?: readonly [from: number, to: number]
  /** What it is for, in words that count for nothing: “SMB SaaS needs a security buyer”. */
  readonly title?: readonly [from: number, to: number]
  /** The first token behind it. */
  readonly end: number
}

const MOST_PENDING = 8
const scored = phrase('score|scores', 'and|or|& icp|persona score|scores')

interface State {
  kind?: 'icp' | 'persona'
  entity?: 'company' | 'customer'
  name?: string
  icps: NamedProfile[]
  makes: boolean
  doubt?: Doubt
  describes?: readonly [number, number]
  title?: readonly [number, number]
  /** What describes is a name as well: “Add VP Sales under SMB SaaS: …”. */
  either?: boolean
  /** The first of the words that are nothing yet. */
  pending: number
}

/** Reads tokens [from, to) for as long as they say what is to be built; undefined where they don’t begin so. */
export function headerAt(reading: Reading, from: number, to: number): Header | undefined {
  const state: State = { icps: [], makes: false, pending: -1 }
  let at = from
  while (at < to) {
    const next = atomAt(reading, state, at, to)
    if (next === undefined) break
    if (next === at) {
      state.pending = state.pending < 0 ? at : state.pending
      if (at - state.pending >= MOST_PENDING) break
      at++
      continue
    }
    at = next
  }
  const open = state.pending >= 0
  const end = at >= to || !open ? at : closes(reading, state, at)
  return concluded(reading, state, from, end, to)
}

/** Behind the header’s colon or the like: what is pending is a name, or describes already. */
function closes(reading: Reading, state: State, at: number): number {
  const sign = wordAt(reading, at)
  // “People 1-3 years in role”: between two numbers it is a range.
  const isRange =
    /^[-–—]$/.test(sign) && [at - 1, at + 1].every((i) => reading.tokens[i]?.number !== undefined)
  if (isRange || !/^(?::|=|\(|\.|-|–|—)$/.test(sign) || state.pending < 0) return state.pending
  const stretch = [state.pending, at] as const
  const known = state.kind !== undefined || state.icps.length > 0
  if (!known) return state.pending
  const named = looksNamed(reading, ...stretch) && !(sign === '.' && readsWhole(reading, ...stretch))
  if (state.name === undefined && (named || /^[:=]$/.test(sign))) state.name = plain(reading, ...stretch)
  else if (readsWhole(reading, ...stretch)) state.describes = stretch
  else state.title = stretch
  state.pending = -1
  return at
}

function concluded(reading: Reading, state: State, from: number, at: number, to: number): Header | undefined {
  const { pending, either, describes, ...rest } = state
  if (state.kind === undefined && state.icps.length === 0 && state.name === undefined) return undefined
  // What nothing follows is what is described: “add CFOs to Enterprise”.
  const last = pending >= 0 && at >= to
  const behind = closing(reading, at)
  const end = last ? pending : behind >= 0 ? behind : at
  if (end === from) return undefined
  const closed = !last && behind >= 0
  return {
    ...rest,
    // “Add VP Sales under SMB SaaS: …” names it, and “add CFOs under Enterprise” describes it.
    ...(describes === undefined || (either && closed) ? {} : { describes }),
    closed,
    end: pending >= 0 && !last ? pending : end,
  }
}

/** The token behind what stands here; the same one where nothing of a header does, undefined where it ends. */
function atomAt(reading: Reading, state: State, at: number, to: number): number | undefined {
  const { tokens } = reading
  const open = state.pending >= 0
  const settled = state.kind !== undefined || state.icps.length > 0
  const many = several(reading, at)
  if (many >= 0) {
    state.kind = wordAt(reading, many - 1).startsWith('persona') ? 'persona' : 'icp'
    state.doubt = question(at, many, ONE_AT_A_TIME)
    return many
  }
  const asNoun = nounAt(reading, state, at) ?? nounAt(reading, state, skip(reading, at, article))
  if (asNoun !== undefined) {
    // “An audience of companies with an ICP score over 80”.
    if (scored(reading, asNoun.end) >= 0) return undefined
    if (open) {
      // “Delete the ICP Foo” makes none; “mktg persona for SMB SaaS” does.
      const bare = skip(reading, at, article) > at || !readsWhole(reading, state.pending, at)
      if (!state.makes && state.icps.length === 0 && bare) return undefined
      takePending(reading, state, at, true)
    }
    state.kind = state.kind === 'persona' ? 'persona' : asNoun.value
    // “Our ideal customers are …”, “our ideal customers use …”
    if (idealsAt(reading, at) === asNoun.end || /^(?:is|are)$/.test(wordAt(reading, asNoun.end - 1)))
      state.makes = true
    // “New persona Office Managers”
    if (wordAt(reading, at) === 'new') state.makes = true
    return asNoun.end
  }
  const opened = inside(reading, at)
  const homes = homesAt(reading, opened)
  if (homes !== undefined && !(state.kind === 'icp')) {
    if (open) takePending(reading, state, at)
    state.icps.push(...homes.value)
    return homes.end
  }
  const lost = state.kind === 'persona' ? lostHomeAt(reading, at, to) : undefined
  if (lost !== undefined) {
    if (open) takePending(reading, state, at)
    state.doubt = lost.value
    return lost.end
  }
  // “Keep it as draft” is no name.
  const kept = open ? -1 : keptDraft(reading, at)
  if (kept >= 0) return kept
  const named = naming(reading, at)
  // “Save as ICP “Series Stack””
  if (named >= 0 && !open && nounAt(reading, { ...state, makes: true }, skip(reading, named, article))) {
    state.makes = true
    return named
  }
  if (named >= 0 && !open) {
    const found = nameAt(reading, named, to)
    if (found === undefined) return undefined
    state.name = found.value
    return found.end
  }
  if (!open) {
    const own = state.kind === 'icp' ? undefined : profileAt(reading, at, 'icp')
    const behind = own === undefined ? '' : wordAt(reading, own.end)
    const persona = own !== undefined && wordAt(reading, own.end - 1) === 'persona'
    const sold =
      behind === ',' && own !== undefined && nounAt(reading, state, own.end + 1)?.value === 'persona'
    if (own !== undefined && (persona || sold || HOME_ENDS.test(behind))) {
      if (persona) state.kind = 'persona'
      state.icps.push(own.value)
      return behind === '/' || sold ? own.end + 1 : own.end
    }
    const polite = politeEnd(reading, at)
    const makes = make(reading, at)
    if (makes >= 0 && makes >= polite) {
      state.makes = true
      return makes
    }
    const small = filler(reading, at)
    if (small >= 0 || polite > at) return Math.max(small, polite)
  }
  if (tokens[at]?.kind === 'quoted' && !open && (settled || state.makes) && state.name === undefined) {
    const found = nameAt(reading, at, to)
    state.name = found?.value ?? ''
    return at + 1
  }
  // “Klaviyo Stackers = ICP”, “Momentum as a company ICP”; “who score over 60 as the ICP Foo” makes none.
  if (open && /^(?:=|as|->|is)$/.test(wordAt(reading, at)) && wordAt(reading, at + 1) !== 'the') {
    const noun = nounAt(reading, { ...state, makes: true }, skip(reading, at + 1, article))
    if (noun !== undefined) {
      const described = wordAt(reading, at) === 'as' && readsWhole(reading, state.pending, at)
      if (described && !looksNamed(reading, state.pending, at)) state.describes = [state.pending, at]
      else state.name = plain(reading, state.pending, at)
      state.pending = -1
      state.kind = noun.value
      return noun.end
    }
  }
  const about = settled && !open ? who.flatMap(([words, entity]) => whom(reading, words, entity, at, to)) : []
  for (const { value, end } of about) {
    state.entity = value
    return end
  }
  const aside = settled ? teamAt(reading, at) : -1
  if (aside >= 0) return aside
  if (settled && !open && (link(reading, at) >= 0 || wordAt(reading, at) === '/')) {
    const found = nameAt(reading, at + 1, to)
    const written = found !== undefined && looksNamed(reading, at + 1, found.end)
    if (state.name !== undefined || !written || !/^[.:;]$/.test(wordAt(reading, found.end))) return undefined
    state.name = found.value
    return found.end
  }
  // A comma goes on to the name, or to where it should live: “persona: “RevOps”, lives in SMB SaaS”.
  if (!open && wordAt(reading, at) === ',' && goesOn(reading, state, at + 1)) return at + 1
  const unnamed = settled && !open && state.name === undefined
  if (unnamed && wordAt(reading, at) === ':' && tokens[at + 1]?.kind === 'quoted') return at + 1
  if (closing(reading, at) >= 0) return undefined
  if (settled && describing(reading, at) >= 0) {
    // “Add heads of data”
    if (!open || readsWhole(reading, state.pending, to)) return undefined
    takePending(reading, state, at)
    return undefined
  }
  return at
}

const goesOn = (reading: Reading, { kind, icps }: State, at: number): boolean =>
  naming(reading, at) >= 0 ||
  (kind === 'persona' && icps.length === 0 && homesAt(reading, inside(reading, at)) !== undefined)

/** Behind courtesies; a full stop ends a header. */
function politeEnd(reading: Reading, at: number): number {
  let end = /^[.,!?]$/.test(wordAt(reading, at)) ? at : afterCourtesy(reading, at)
  while (end > at && /^[.,!?]$/.test(wordAt(reading, end - 1))) end--
  return end
}

/** What follows an ICP that a persona should live in: “SMB SaaS needs …”. */
const HOME_ENDS = /^(?:persona|personas|needs|should|\/|:|buyer)$/
/** Words before “ICP” or “under Enterprise”: they describe where all of them can be read, else they are a name. */
function takePending(reading: Reading, state: State, at: number, beforeNoun = false): void {
  const stretch = [state.pending, at] as const
  const describes = readsWhole(reading, ...stretch)
  const named = !describes || (!beforeNoun && looksNamed(reading, ...stretch))
  if (describes) state.describes = stretch
  if (named && state.name === undefined) state.name = plain(reading, ...stretch)
  state.either = describes && named
  state.pending = -1
}

const ONE_AT_A_TIME =
  'One at a time, so that each can be looked at: say the first one by itself, then the others.'

const plain = (reading: Reading, from: number, to: number): string =>
  said(reading, from, to)
    .replaceAll(/["“”']/gu, '')
    .trim()
