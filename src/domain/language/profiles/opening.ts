import type { Doubt } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { afterCourtesy } from '../intents/whole.ts'
import type { NamedProfile } from '../situation.ts'
import { type Header, headerAt } from './header.ts'
import { headerBehind } from './header-behind.ts'
import { isLabelled } from './one-thing.ts'
import { profileAt } from './profile-at.ts'
import { looksNamed, nameAt } from './profile-name.ts'
import { readsWhole } from './reads-whole.ts'
import { keptDraft, naming, setLive } from './header-words.ts'

type Stretch = readonly [from: number, to: number]

/** What a request to build a profile says, beside the description. */
export interface Opening {
  readonly kind: 'icp' | 'persona'
  /** Whom it is about, where that is said: “ICP over our shoppers”. */
  readonly entity?: 'company' | 'customer'
  /** Where it should live, of a persona. */
  readonly icp?: NamedProfile
  /** Other ICPs that should have the same persona. */
  readonly others: readonly NamedProfile[]
  readonly name?: string
  /** Whether it is said to be made, or how it is called; “ICP for SaaS in the UK” may only want them counted. */
  readonly made: boolean
  /** An ICP and a colon alone open it: “Enterprise: engineering leaders”. */
  readonly bare?: true
  /** It can’t be built as it was said. */
  readonly doubt?: Doubt
  /** What describes whom it looks for. */
  readonly stretches: readonly Stretch[]
  /** What it is for, in words that count for nothing. */
  readonly title?: Stretch
  /** That it should be live at once, which is a step of its own. */
  readonly live?: Stretch
  /** What should come later: a persona inside an ICP that is not there yet. */
  readonly later?: Stretch
}

/** Behind “ICP” a score or a name is asked about: “ICP score over 60”, “ICP is SMB SaaS”. */
const OF_SCORES =
  /^(?:|score|scores|scored|scoring|fit|fits|match|matches|rating|code|codes|is|are|was|in|on|at|above|below|over|under|more|less|less|and|or|nor|not|they|we|has|have|than|to|&|\/|\d+|\+|>|<|>=|<=|=|\?|!|\.|,)$/
const nothingElse = phrase('nothing else|more for now?', "that is|'s it|all for now?", 'no name yet|so far?')
const of = phrase('of|for|4|with|from|around|targeting|where|that|containing')
const insideIt = phrase(
  'and|, inside|in|under|within|into it|that|there ,? a|the|one? persona|personas',
  'and|, with a persona|personas',
  'and|, a persona|personas inside|in|under|within it|that|there?',
)

/**
 * Reads what a message says of the profile to build; undefined where none is to be built. `housed`: it is known in which
 * ICP a persona would live.
 */
export function openingOf(reading: Reading, housed = false): Opening | undefined {
  const { length } = reading.tokens
  const start = afterCourtesy(reading)
  const behind = headerBehind(reading, start)
  if (behind !== undefined) return opened(reading, behind.header, [], [[behind.from, behind.to]])
  const lead = headerAt(reading, start, sentenceEnd(reading, start))
  const begins = lead !== undefined && builds(reading, lead, housed)
  const tails: { readonly header: Header; readonly from: number; readonly to: number }[] = []
  const stretches: Stretch[] = []
  let from = begins ? lead.end : 0
  for (let at = from; at < length; ) {
    const end = sentenceEnd(reading, at)
    const header =
      at === from && begins
        ? undefined
        : (headerAt(reading, at, end) ?? headerAt(reading, afterCourtesy(reading, at), end))
    const whole = header !== undefined && header.end >= end && header.describes === undefined
    if (nothingElse(reading, at) >= end || (whole && tellsMore(header, begins))) {
      if (whole) tails.push({ header, from: at, to: end })
      if (from < at) stretches.push([from, at])
      from = end + 1
    }
    at = end + 1
  }
  if (from < length) stretches.push([from, length])
  const main = begins ? lead : tails.find(({ header }) => header.kind !== undefined)?.header
  if (main === undefined) return undefined
  return opened(
    reading,
    main,
    tails.map(({ header }) => header),
    stretches,
  )
}

function opened(
  reading: Reading,
  main: Header,
  tails: readonly Header[],
  found: readonly Stretch[],
): Opening | undefined {
  const stretches = [...(main.describes === undefined ? [] : [main.describes]), ...found].map(
    ([from, to]): Stretch => [skip(reading, from, of), to],
  )
  const [icp, ...others] = [...main.icps, ...tails.flatMap(({ icps }) => icps)]
  const kind = main.kind ?? (icp === undefined ? undefined : 'persona')
  if (kind === undefined) return undefined
  const titled = main.name === undefined ? titleOf(reading, stretches) : undefined
  const { described, live, called } = withoutAsides(
    reading,
    titled === undefined ? stretches : titled.stretches,
  )
  const last = described.at(-1)
  const later = kind === 'icp' && last !== undefined ? laterIn(reading, last) : undefined
  const name = tails.find((tail) => tail.name !== undefined)?.name ?? main.name ?? called ?? titled?.name
  return {
    kind,
    others,
    made: main.makes || name !== undefined || tails.length > 0,
    stretches:
      later === undefined || last === undefined
        ? described
        : [...described.slice(0, -1), [last[0], later[0]]],
    ...(main.entity === undefined ? {} : { entity: main.entity }),
    ...(icp === undefined ? {} : { icp }),
    ...(name === undefined || name === '' ? {} : { name }),
    ...(main.doubt === undefined ? {} : { doubt: main.doubt }),
    ...(main.kind === undefined && !main.makes ? { bare: true as const } : {}),
    ...(main.title === undefined ? {} : { title: main.title }),
    ...(later === undefined ? {} : { later }),
    ...(live === undefined ? {} : { live }),
  }
}

interface Aside {
  readonly end: number
  readonly live?: Stretch
  readonly name?: string
}

/** What should become of the profile, or how it is called, said between what describes it. */
function asideAt(reading: Reading, at: number, to: number): Aside | undefined {
  // “Title: VP Sales” says whom, where people are looked for.
  if (/^titles?$/.test(wordAt(reading, at)) && reading.tokens[at + 1]?.kind !== 'quoted') return undefined
  const lively = setLive(reading, at)
  const end = Math.max(lively, keptDraft(reading, at))
  const named = Math.max(naming(reading, at), quotedName(reading, at))
  const name = named < 0 ? undefined : nameAt(reading, named, to)
  const found =
    end >= 0
      ? { end, ...(lively === end ? { live: [at, end] as const } : {}) }
      : name && { end: name.end, name: name.value }
  return found !== undefined && found.end <= to && isEnd(reading, found.end, to) ? found : undefined
}

const isEnd = (reading: Reading, at: number, to: number): boolean =>
  at >= to || /^(?:[.,;!?)]|and)$/.test(wordAt(reading, at))

/** “…, name 'German SaaS'”: behind such a word only quotes are a name. */
function quotedName(reading: Reading, at: number): number {
  const named = /^(?:name|title|called|named|titled)$/.test(wordAt(reading, at))
  if (named && reading.tokens[at + 1]?.kind === 'quoted') return at + 1
  // “…, name Edu US”
  const plain = wordAt(reading, at) === 'name' && wordAt(reading, at - 1) === ','
  const found = plain ? nameAt(reading, at + 1, reading.tokens.length) : undefined
  return found !== undefined && looksNamed(reading, at + 1, found.end) ? at + 1 : -1
}

/** A description without its asides: “…, set it live right away”, “… and keep it as draft”, “…, call it Mega”. */
function withoutAsides(reading: Reading, stretches: readonly Stretch[]) {
  let aside: Aside | undefined
  const described = stretches.flatMap(([from, to]): readonly Stretch[] => {
    const pieces: Stretch[] = []
    let start = from
    for (let at = from; at < to; at++) {
      const begins = at === from || /^(?:[.,;:(!?-]|and|then|please)$/.test(wordAt(reading, at - 1))
      const found = begins || wordAt(reading, at) === 'and' ? asideAt(reading, at, to) : undefined
      if (found === undefined) continue
      aside = { ...aside, ...found }
      pieces.push([start, at])
      start = found.end
      at = found.end - 1
    }
    return [...pieces, [start, to] as const].filter(([a, b]) => a < b)
  })
  return { described, live: aside?.live, called: aside?.name }
}

/** Something is made, or what is said names it, or only a profile can begin so. */
function builds(reading: Reading, header: Header, housed: boolean): boolean {
  const { kind, icps, makes, closed, name, end } = header
  if (kind === undefined) return icps.length > 0 && (makes || closed)
  if (makes || (name !== undefined && closed)) return true
  // “ICP SMB SaaS”, “persona: VP Sales”: those who fit it.
  if (profileAt(reading, end) !== undefined) return false
  const lost = kind === 'persona' && icps.length === 0 && !housed
  if (lost && reading.situation.allProfiles?.().length !== 0) return false
  return closed || icps.length > 0 || !OF_SCORES.test(wordAt(reading, end))
}

const tellsMore = ({ kind, makes, name }: Header, begins: boolean): boolean =>
  name !== undefined || (!begins && kind !== undefined && makes)

/** `Data Leads = Director of Data …`, `Mega. Revenue over …`: a name in front of the description. */
function titleOf(
  reading: Reading,
  stretches: readonly Stretch[],
): { readonly name: string; readonly stretches: readonly Stretch[] } | undefined {
  const [first, ...rest] = stretches
  if (first === undefined) return undefined
  const found = nameAt(reading, first[0], first[1])
  if (found === undefined || found.end + 1 >= first[1]) return undefined
  const sign = wordAt(reading, found.end)
  // “But not country = Germany” tests a column.
  if (isLabelled(reading, found.end)) return undefined
  // “ICP: Mega. Revenue over …”
  const sentence =
    sign === '.' && looksNamed(reading, first[0], found.end) && !readsWhole(reading, first[0], found.end)
  if (sign !== '=' && !sentence) return undefined
  return { name: found.value, stretches: [[found.end + 1, first[1]], ...rest] }
}

function laterIn(reading: Reading, [from, to]: Stretch): Stretch | undefined {
  for (let at = from + 1; at < to; at++) if (insideIt(reading, at) >= 0) return [at, to]
  return undefined
}

/** The token that ends the sentence which a token is in. */
function sentenceEnd(reading: Reading, at: number): number {
  let end = at
  while (end < reading.tokens.length && !/^[.!?;]$/.test(wordAt(reading, end))) end++
  return end
}
