import { joinWords } from '#kernel/text.ts'
import { criteriaKey } from '../../../criteria/same.ts'
import { MOST_PARAMETERS, parameterWeight, type ProfileParameters } from '../../../profiles/parameter.ts'
import { askAbout, type Read } from '../../conclude.ts'
import { saidOf } from '../../grammar/assumed.ts'
import { mark, type Marks } from '../../grammar/marks.ts'
import { question } from '../../grammar/meaning.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { afterCourtesy, isOver } from '../../intents/whole.ts'
import type { Interpretation } from '../../interpretation.ts'
import type { Message } from '../../read-message.ts'
import { receiptOf } from '../../receipt.ts'
import { describedAs } from '../described.ts'
import { prefers } from '../build-profile.ts'
import { nounAt } from '../header-words.ts'
import { clashing, parametersOf } from '../profile-parameters.ts'
import { added } from './added.ts'
import { keyOf, withOthers } from './changed-parameters.ts'
import { bounded } from './bounded.ts'
import { dropped } from './dropped.ts'
import { type Edited, list, type ReadEdit, startOf, type Whose, wordsIn } from './edit.ts'
import { editTargetOf } from './edit-target.ts'
import { refined } from './refined.ts'
import { reweighed } from './reweighed.ts'
import { kept } from './kept.ts'
import { pointed } from './pointed.ts'
import { scaled } from './scaled.ts'
import { softened } from './softened.ts'
import { spared } from './spared.ts'
import { turned } from './turned.ts'
import { valued } from './valued.ts'
import { weighedAlone } from './weighed-alone.ts'

const READ: readonly ReadEdit[] = [
  softened,
  added,
  turned,
  scaled,
  reweighed,
  weighedAlone,
  bounded,
  valued,
  dropped,
  kept,
  spared,
  pointed,
]

/**
 * "Make Snowflake a must-have in Enterprise", "also exclude consultants from VP Sales": the profile with other
 * parameters. Undefined where nothing of a profile that is there is changed so.
 */
export function editedProfile(message: Message, again: Read['again']): Interpretation | undefined {
  const { reading } = message
  const target = editTargetOf(reading)
  if (target === undefined) return undefined
  const { profiles, parameters, edit, stricter, adds } = target
  const [profile, another] = profiles
  // Something new inside it is built, not changed.
  const persona = nounAt(edit, { makes: false }, 0)?.value === 'persona'
  if (profile === undefined || persona || edit.tokens.some(({ word }) => NEW.test(word))) return undefined
  const told = new Set(profile.parameters.map(keyOf))
  const recent = (profile.drafted ?? []).filter((each) => !told.has(keyOf(each)))
  const whose: Whose = { name: profile.name, recent, before: profile.parameters }
  const one: ReadOne = (part, held) =>
    READ.map((read) => read(part, held, whose)).find((found) => found !== undefined) ??
    more(part, held, stricter) ??
    refined(message, part, held, again)
  const whole = one(edit, parameters)
  const several = whole === undefined || 'asks' in whole ? oneByOne(edit, parameters, one) : undefined
  const found =
    several ??
    whole ??
    vagueOf(edit, parameters, profile.name) ??
    (adds ? howTo(edit, profile.name) : undefined)
  if (found === undefined) return undefined
  const { length } = reading.tokens
  const asks = (says: string, choices: readonly string[] = []) =>
    askAbout(
      message,
      question(
        0,
        length,
        says,
        choices.map((one) => [one, one] as const),
      ),
      again,
    )
  if (another !== undefined) {
    const homes = profiles.map(({ icpId }) => reading.situation.profilesNamed?.(icpId ?? '')[0]?.name ?? '')
    return asks(
      `“${profile.name}” is in several ICPs: ${joinWords(homes, 'and')}. In which of them should it be changed?`,
    )
  }
  if ('asks' in found) return asks(found.asks, found.choices)
  if (edit.tokens.some((_, at) => forSome(edit, at) >= 0))
    return asks(
      `Every parameter of “${profile.name}” is about all of them: what holds for some of them alone is an ICP or a persona of its own. What should be so for all?`,
    )
  if (sameAs(found.parameters, parameters))
    return asks(`That is so in “${profile.name}” already, so nothing is changed. What should be different?`)
  if (profile.drafted !== undefined && sameAs(found.parameters, profile.parameters))
    return asks(
      `That is how “${profile.name}” is now, so there is nothing to change: leave the draft of before, or press “Reject” on its card.`,
    )
  if (adds && unsaidIn(parameters, found.parameters)) {
    const { asks: says, choices } = howTo(edit, profile.name)
    return asks(says, choices)
  }
  const wrong = problemOf(found.parameters, edit, profile.name)
  if (wrong !== undefined) return asks(wrong.asks, wrong.choices)
  const settled = withoutContradictions(edit, found.parameters)
  const marks: Marks = []
  mark(marks, 0, length, 'command', `changes “${profile.name}”`)
  return {
    kind: 'command',
    command: {
      do: 'revise_profile',
      profile: profile.id,
      parameters: settled.parameters,
      assumptions: [
        ...found.assumptions,
        ...settled.assumptions,
        ...(profile.drafted === undefined ? [] : [ON_TOP]),
      ],
    },
    receipt: receiptOf(message, marks),
  }
}

const sameAs = (own: ProfileParameters, others: ProfileParameters): boolean =>
  own.map(keyOf).join('\n') === others.map(keyOf).join('\n')

const ON_TOP = 'The change of it that was drafted before is in this one too: confirm only one of them.'

/** “Add Slack to SMB SaaS”: how should it count? */
function howTo(edit: Reading, name: string) {
  const what = wordsIn(edit, 1, edit.tokens.length)
  return {
    asks: `Should “${what}” be a must in “${name}”, or a preference?`,
    choices: [`add ${what} as a must to ${name}`, `add ${what} as a preference to ${name}`],
  }
}

/** What is new, unless a must takes more from then on: “add the UK”. */
function unsaidIn(before: ProfileParameters, after: ProfileParameters): boolean {
  const known = new Set(before.map(keyOf))
  const fresh = after.filter((one) => !known.has(keyOf(one)))
  const widens = after.length === before.length && fresh.every(({ mode }) => mode === 'filter')
  return !widens
}

/** What is left out from now on can’t be preferred any more. */
function withoutContradictions(
  { situation }: Reading,
  parameters: ProfileParameters,
): { readonly parameters: ProfileParameters; readonly assumptions: readonly string[] } {
  const out = new Set(
    parameters.filter(({ mode }) => mode === 'exclude').map(({ criteria }) => criteriaKey(criteria)),
  )
  const gone = parameters.filter((one) => one.mode === 'score' && out.has(criteriaKey(one.criteria)))
  return {
    parameters: parameters.filter((one) => !gone.includes(one)),
    assumptions: gone.map(
      (one) => `“${situation.describe(one.criteria)}” is left out now, and so is preferred no longer.`,
    ),
  }
}

type ReadOne = (edit: Reading, parameters: ProfileParameters) => Edited | undefined

/** “Restaurants too, but for these more than 1,000 employees” */
const forSome = phrase('but|and|though|only for|of|with these|those|them|the latter|former?')

const joint = phrase(
  ',|;|.|and|but|then|plus and|but|then|also?',
  ', and|but|then also?',
  ', and|but then|also',
)
/** So many changes are made in one message at most. */
const MOST_CHANGES = 4

/** “No longer exclude India, but give 2 points for the US”: one change after the other, each of them clear. */
function oneByOne(
  edit: Reading,
  parameters: ProfileParameters,
  one: ReadOne,
  changes = 1,
): Edited | undefined {
  const { tokens } = edit
  for (let at = 1; at < tokens.length - 1; at++) {
    const behind = joint(edit, at)
    if (behind < 0 || behind >= tokens.length) continue
    const first = one(edit.over(tokens.slice(0, at)), parameters)
    if (first === undefined || 'asks' in first) continue
    const rest = edit.over(tokens.slice(behind))
    const last = one(rest, first.parameters)
    const second =
      last !== undefined && 'parameters' in last
        ? last
        : changes + 1 < MOST_CHANGES
          ? oneByOne(rest, first.parameters, one, changes + 1)
          : undefined
    if (second === undefined || 'asks' in second) continue
    return { parameters: second.parameters, assumptions: [...first.assumptions, ...second.assumptions] }
  }
  return undefined
}

const vague = phrase(
  'make|set it|this|that|them? a? bit|little|lot|much? stricter|tighter|narrower|pickier|looser|wider|broader|better',
  'make|set it|this|that|them? more|less strict|narrow|exact|selective|loose|wide',
  'tighten|loosen|widen|narrow|improve|change|edit|adjust it|this|that|them? up|down?',
)

/** “Make it stricter”: in what? */
function vagueOf(edit: Reading, parameters: ProfileParameters, name: string): Edited | undefined {
  const end = vague(edit, afterCourtesy(edit))
  if (end < 0 || !isOver(edit, end)) return undefined
  return {
    asks: `What of “${name}” should be different? It has: ${list(edit, parameters)}. Say for example “at least 100 employees” or “make hiring a must”.`,
  }
}

function problemOf(
  parameters: ProfileParameters,
  edit: Reading,
  name: string,
): { readonly asks: string; readonly choices?: readonly string[] } | undefined {
  if (parameters.length > MOST_PARAMETERS)
    return { asks: `A profile has at most ${MOST_PARAMETERS} parameters. Which one should go?` }
  const odd = parameters.find((one) => one.mode === 'score' && !parameterWeight.safeParse(one.weight).success)
  if (odd?.mode !== 'score') return undefined
  const asks = `A weight is a whole number from 1 to 1,000, and ${odd.weight} is none. Which weight is meant?`
  return odd.weight === 0
    ? {
        asks: `${asks} What should not count is left out: shall it go?`,
        choices: [`in ${name}, drop the preference ${edit.situation.describe(odd.criteria)}`],
      }
    : { asks }
}

const NEW = /^(?:personas?|icps?|segments?|audiences?)$/

const adding = phrase(
  'also? exclude|require|prefer|score|favor|favour',
  'also? leave|keep|rule out',
  'also? restrict|limit|narrow it|that|this|them? down? to',
  'also? must|should|has to have|be|use?',
  'also? only',
  'ideally|preferably',
  'also? no|never',
  'it|they must|should|has|have',
  'make it|that|them',
)
const silent = phrase(
  'also|please|and|but',
  'also? restrict|limit|narrow it|that|this|them? down? to',
  'also? require',
  'make it|that|them',
  'it|they must|should',
)

/** "Also exclude consultants", "prefer hiring weight 30", "stricter: at least 10 years of experience". */
function more(edit: Reading, parameters: ProfileParameters, stricter: boolean): Edited | undefined {
  const start = afterCourtesy(edit)
  const added = stricter || adding(edit, start) >= 0
  if (!added && !prefers(edit.text)) return undefined
  const found = withDescribed(edit, skip(edit, added ? start : startOf(edit), silent), parameters)
  // “VPs of Sales, ideally in Germany” tells of others than the profile that is spoken of.
  const told = found === undefined || 'asks' in found ? [] : found.parameters
  return added || told.every((one) => one.mode === 'score' || parameters.includes(one)) ? found : undefined
}

/** Parameters with all that the rest of an edit describes, each in its mode; undefined where a word of it is not understood. */
function withDescribed(edit: Reading, from: number, parameters: ProfileParameters): Edited | undefined {
  let to = edit.tokens.length
  while (to > from && /^(?:[.!?,]|too|please|instead)$/.test(wordAt(edit, to - 1))) to--
  const described = describedAs({ kind: 'icp', others: [], made: true, stretches: [[from, to]] }, edit)
  const { parts, named, title } = described
  const lost = parts.some(({ sentence }) => sentence.leftovers.length + sentence.doubts.length > 0)
  if (lost || named.length > 0 || title !== undefined) return undefined
  const others = parametersOf(edit, parts)
  if (others.length === 0) return undefined
  const next = withOthers(parameters, others)
  const clash = clashing(parts, next.parameters, edit)
  if (clash !== undefined) return { asks: clash }
  const { describe } = edit.situation
  return {
    parameters: next.parameters,
    assumptions: [
      ...next.instead.map(
        ([held, one]) => `“${describe(one.criteria)}” stands in the place of “${describe(held.criteria)}”.`,
      ),
      ...saidOf(parts.flatMap(({ sentence, built }) => [...sentence.assumptions, ...built.assumptions])),
    ],
  }
}
