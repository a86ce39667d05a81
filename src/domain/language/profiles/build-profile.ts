import { joinWords } from '#kernel/text.ts'
import { entityOf } from '../../criteria/entity.ts'
import { leavesOf } from '../../criteria/walk.ts'
import { icpOfEverybody } from '../../profiles/icp-of-everybody.ts'
import { askedEntity } from '../asked-entity.ts'
import { askAbout, type Read } from '../conclude.ts'
import { type Doubt, question } from '../grammar/meaning.ts'
import { afterCourtesy } from '../intents/whole.ts'
import type { Interpretation } from '../interpretation.ts'
import { type Message, readMessage } from '../read-message.ts'
import type { NamedProfile, Situation } from '../situation.ts'
import { buildFrom } from './build-from.ts'
import { copies } from './copying.ts'
import { homeBehind } from './home-behind.ts'
import { type Opening, openingOf } from './opening.ts'
import { profileAt } from './profile-at.ts'
import { descriptionStart } from './section-words.ts'

/**
 * "Build an ICP for …, exclude …, prefer …": a profile with its parameters, each with the mode that was said. What no
 * data can say is named beside it; what is not understood is asked. Undefined where no profile is to be built, or where
 * nobody says in which ICP a persona should live: then its people are counted.
 */
export function builtProfile(message: Message, again: Read['again']): Interpretation | undefined {
  const start = afterCourtesy(message.reading)
  // “Make a copy of VP Sales in Enterprise” makes no other one.
  const copied = copies(message.reading, start)
  if (copied >= 0 && profileAt(message.reading, copied) !== undefined) return undefined
  const called = message.naming !== undefined || PROFILED.test(message.text)
  const signs = signsOf(message)
  if (!called && profileAt(message.reading, start, 'icp') === undefined && !signs.any) return undefined
  // A name may end elsewhere than a segment’s would: “an ICP called SMB SaaS for SaaS companies”.
  const whole = message.naming === undefined ? message : withNames(message)
  const opening = openingOf(whole.reading)
  const scored = opening === undefined ? scoredCompanies(message, signs, again) : undefined
  if (scored !== undefined) return scored
  const people = opening === undefined ? scoredPeople(message, whole, signs, again) : undefined
  if (people !== undefined) return people
  if (opening?.doubt !== undefined) return askAbout(whole, opening.doubt, again)
  if (opening === undefined || (opening.kind === 'persona' && opening.icp === undefined))
    return livingBehind(message, whole, opening, again)
  const built = buildFrom(whole, opening, again)
  if (opening.bare === true && isOfCompanies(built)) return askAbout(whole, ofWhom(opening, whole), again)
  return opening.bare === true && built.kind !== 'command' && message.text.includes('?') ? undefined : built
}

/** What in a message tells that some of it only scores. */
interface Signs {
  readonly headed: boolean
  readonly each: boolean
  readonly any: boolean
  /** With nobody at hand whom it could be said of. */
  readonly begins: boolean
}

function signsOf({ text, reading }: Message): Signs {
  const headed = HEADED.test(text)
  const each = weighsEach(text)
  const any = headed || each || prefers(text)
  return { headed, each, any, begins: any && reading.situation.criteria === undefined }
}

/** “SMB SaaS: hiring weight 3” tells of its companies, and of nobody there. */
function ofWhom({ icp }: Opening, { reading, text }: Message): Doubt {
  const name = icp?.name ?? ''
  const rest = text.slice(text.indexOf(':') + 1).trim()
  const says = `That tells of companies, and a persona is of people. Should “${name}” be changed so, or which people there do you mean?`
  return question(0, reading.tokens.length, says, [[`change ${name}`, `in ${name}, ${rest}`]])
}

const isOfCompanies = (built: Interpretation): boolean =>
  built.kind === 'command' &&
  built.command.do === 'build_profile' &&
  built.command.parameters.every(({ criteria }) =>
    leavesOf(criteria).every(({ condition }) => condition.type === 'works_at'),
  )

/** “Restaurants …, hiring is a plus”: companies with preferences are an ICP, and no segment. */
function scoredCompanies(
  message: Message,
  { headed, each, begins }: Signs,
  again: Read['again'],
): Interpretation | undefined {
  const { naming, reading } = message
  const ofCompanies = SCORES_COMPANIES.test(message.text) || askedEntity(reading) === 'company'
  if (naming === undefined && !(begins && ofCompanies)) return undefined
  const stretches = [[descriptionStart(reading), reading.tokens.length]] as const
  const opening: Opening = {
    kind: 'icp',
    entity: 'company',
    others: [],
    made: true,
    stretches,
    ...(naming === undefined ? {} : { name: naming.name }),
  }
  const built = buildFrom(message, opening, again)
  const modes =
    built.kind === 'command' && built.command.do === 'build_profile'
      ? built.command.parameters.map(({ mode }) => mode)
      : []
  // What stands under such headings means nothing without them.
  if (headed && modes.includes('filter') && !modes.includes('score'))
    return withAssumption(built, 'What must hold and what must not make it an ICP.')
  if (headed && modes.length === 0) return built
  if (each && weighs(built)) return withAssumption(built, 'What has weights makes it an ICP: it only scores.')
  // What is only preferred may be said of an ICP that is there.
  const whole = modes.includes('score') && (naming !== undefined || modes.includes('filter'))
  if (!whole && naming !== undefined && keepsApart(message, 'company', modes))
    return withAssumption(built, 'Companies are kept in an ICP: one is drafted of them.')
  return whole ? withAssumption(built, 'What is preferred makes it an ICP: it only scores.') : undefined
}

/** “VPs in sales; 5+ years in role ranks them higher”: people with preferences are a persona. */
function scoredPeople(
  message: Message,
  whole: Message,
  { headed, each, begins }: Signs,
  again: Read['again'],
): Interpretation | undefined {
  const { reading, naming } = message
  if (SCORES_COMPANIES.test(message.text)) return undefined
  if ((naming === undefined && !begins) || askedEntity(reading) !== 'person') return undefined
  const stretches = [[descriptionStart(reading), reading.tokens.length]] as const
  const name = naming === undefined ? {} : { name: naming.name }
  const opening: Opening = { kind: 'persona', others: [], made: true, stretches, ...name }
  const parts = buildFrom(message, opening, again)
  const { parameters } =
    parts.kind === 'command' && parts.command.do === 'build_profile' ? parts.command : { parameters: [] }
  const modes = parameters.map(({ mode }) => mode)
  if (naming !== undefined) {
    const kept = keepsApart(message, 'person', modes)
      ? livingBehind(message, message, opening, again)
      : undefined
    return kept && withAssumption(kept, 'People are kept in a persona: one is drafted of them.')
  }
  const weighed = each && weighs(parts)
  const scored = modes.includes('filter') && (modes.includes('score') || headed)
  if (!weighed && !scored) return undefined
  const built = livingBehind(message, whole, opening, again)
  if (!modes.includes('score'))
    return built && withAssumption(built, 'What must hold and what must not make it a persona.')
  const what = weighed ? 'has weights' : 'is preferred'
  return built && withAssumption(built, `What ${what} makes it a persona: it only scores.`)
}

/** “SaaS in the UK, call it UK SaaS”: what is named is kept, and these are in profiles alone. */
const keepsApart = (
  { text, reading }: Message,
  entity: 'company' | 'person',
  modes: readonly string[],
): boolean =>
  modes.includes('filter') &&
  !OTHERWISE.test(text) &&
  reading.situation.criteria === undefined &&
  askedEntity(reading) === entity

/** “Score companies: SaaS 40, …”: whom the points are for. */
const SCORES_COMPANIES =
  /\b(?:scor|rat|rank|weigh|weight)\w*\s+(?:the\s+|our\s+|all\s+)?(?:compan|account|firm)/iu

/** “Education 40, on AWS = 30”: each of several things has its points. */
const weighsEach = (text: string): boolean =>
  (text.match(WEIGHED)?.length ?? 0) > 1 || (text.match(WEIGHED_BEFORE)?.length ?? 0) > 1
/** “40 for Fintech, 30 for using Stripe” */
const WEIGHED_BEFORE = /(?:^|[,;:]|\band\b)\s*\d+\s*(?:points?|pts?|%)?\s+(?:for|if|when)\b/giu
const WEIGHED = /\d(?:\s*(?:points?|pts?|%))?\s*(?:[,;/|.]|\band\b|$)/giu

const weighs = (built: Interpretation): boolean =>
  built.kind === 'command' &&
  built.command.do === 'build_profile' &&
  built.command.parameters.length > 1 &&
  built.command.parameters.every((one) => one.mode === 'score' && one.weight > 1)

/** Whether something is preferred: words without which nothing is. */
export const prefers = (text: string): boolean =>
  PREFERS.test(text) ||
  // In two steps, since one pattern for both would look for the place again from every verb on.
  text.split(/[.;]/u).some((part) =>
    PLACED.some(([verb, place]) => {
      const at = part.search(verb)
      return at >= 0 && place.test(part.slice(at))
    }),
  )
const PREFERS =
  /\b(?:prefer|preferably|preferred|bonus|plus|ideally|optional|nice[- ]to[- ]have|points?|credit|better|favou?r|boost|weight|weigh|priorit|counts? (?:double|twice|triple|extra|more)|matters|lean|skew|most important|importance|give \d)|\+\d+ (?:if|for|when)\b/iu
/** “Ranks them higher”, “put those on AWS first”: a verb, and a place behind it in the same sentence. */
const PLACED = [
  [/\b(?:scor|rank|rate|bump|push|lift|move)\w*\b/iu, /\b(?:high|highest|higher|first|up)\b/iu],
  [/\b(?:smaller|larger|bigger|lower|fewer|less|elsewhere)\b/iu, /\b(?:ok|okay|fine|welcome)\b/iu],
  [/\bnot\b/iu, /\b(?:must|mandatory|required)\b/iu],
  [/\b(?:come|go|put|goe)s?\b/iu, /\bfirst\b/iu],
] as const

/** Headings that only a profile has. */
const HEADED =
  /\b(?:must|nice[- ]to)[- ]haves?\s*:|\b(?:deal[- ]?breakers?|no[- ]?gos?|must|nice|never|dqs?|disqualif(?:y|ied|iers?)|bonus)\s*[:=]/iu

/** A persona whose ICP is named behind its description; where ICPs are there and none is named, it is asked which. */
function livingBehind(
  message: Message,
  whole: Message,
  opening: Opening | undefined,
  again: Read['again'],
): Interpretation | undefined {
  const { naming } = message
  // “Persona for CMOs in Enterprise”
  const housed = opening ?? openingOf(whole.reading, true)
  const home = homeBehind(whole.reading, housed?.kind === 'persona')
  const [icp, ...others] = home?.icps ?? []
  if (home !== undefined && icp !== undefined) {
    const named =
      naming === undefined ? home.rest : (homeBehind(message.reading, false, true)?.rest ?? home.rest)
    const rest = housed === undefined ? named : home.rest
    const inside = housed === undefined ? undefined : openingOf(rest, true)
    const described: Opening = inside ?? {
      kind: 'persona',
      others: [],
      made: true,
      stretches: [[afterCourtesy(rest), rest.tokens.length]],
      ...(naming === undefined ? {} : { name: naming.name }),
    }
    const built = buildFrom(
      { ...whole, reading: rest },
      { ...described, kind: 'persona', icp, others },
      again,
    )
    return housed === undefined && built.kind !== 'command' ? undefined : built
  }
  const { situation, tokens } = whole.reading
  const icps = (situation.allProfiles?.() ?? []).filter(({ kind }) => kind === 'icp')
  if (opening === undefined) return undefined
  if (situation.allProfiles?.().length === 0) return firstPersona(whole, opening, again)
  if (!opening.made || icps.length === 0) return undefined
  // “An audience of people with ICP and persona above 60” makes no persona.
  if (OTHERWISE.test(message.text)) return undefined
  // “We don’t need the VP Sales persona anymore” speaks of one that is there.
  if (tokens.some((_, at) => profileAt(whole.reading, at, 'persona') !== undefined)) return undefined
  const meant = homeMeant(situation, icps)
  if (meant !== undefined) {
    const built = buildFrom(whole, { ...opening, icp: meant }, again)
    const which = icps.length === 1 ? 'the only one there is' : 'the one spoken of last'
    return withAssumption(built, `It lives in the ICP “${meant.name}”, ${which}.`)
  }
  const says = `In which ICP should the persona live: ${joinWords(
    icps.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`),
    'or',
  )}?`
  const text = message.text.trim().replace(/[.!?]$/u, '')
  const choices = icps
    .slice(0, MOST_NAMED)
    .map(({ name }) => [`in ${name}`, `${text}, under ${name}`] as const)
  return askAbout(whole, question(0, tokens.length, says, choices), again)
}

/** A persona where no ICP is there to live in: it brings one with it that everybody fits, and that is said. */
function firstPersona(whole: Message, opening: Opening, again: Read['again']): Interpretation {
  const built = buildFrom(whole, opening, again)
  const [parameter] =
    built.kind === 'command' && built.command.do === 'build_profile' ? built.command.parameters : []
  if (parameter === undefined) return built
  const name = icpOfEverybody(entityOf(parameter.criteria))
  const says = `A persona lives in an ICP, and there is none yet: it is drafted with the ICP “${name}”, which keeps nobody out.`
  return withAssumption(built, says)
}

/** Where a persona lives whose ICP is not said: the only one there is, or the one that the conversation is about. */
function homeMeant(
  { lastProfile: last, talksOfProfiles }: Situation,
  icps: readonly NamedProfile[],
): NamedProfile | undefined {
  const [only, another] = icps
  if (another === undefined) return only
  const spoken = talksOfProfiles === true ? last : undefined
  return icps.find(({ id }) => id === spoken?.id || id === spoken?.icpId)
}

export const withAssumption = (built: Interpretation, says: string): Interpretation =>
  built.kind === 'command' && built.command.do === 'build_profile'
    ? { ...built, command: { ...built.command, assumptions: [says, ...built.command.assumptions] } }
    : built

const OTHERWISE = /\b(?:audiences?|segments?|lists?|scores?)\b/iu

/** Nothing else is read twice. */
const PROFILED =
  /\b(?:icps?|personas?|profiles?|ideal|target|dream|perfect|best|under|inside|into|within|in|to|for|needs)\b/iu

const withNames = (message: Message): Message =>
  readMessage(message.text, message.reading.situation, { names: false })

const MOST_NAMED = 5
