import { goals } from '../../profiles/living/goals/index.ts'
import { question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf } from '../intents/commanded.ts'
import { afterCourtesy, isOver } from '../intents/whole.ts'
import type { NamedProfile } from '../situation.ts'
import { profileAt } from './profile-at.ts'

const NOUN = 'groups|clusters|kinds|types|sorts'
const find = phrase(
  `find|discover|look|search|show|give|get|suggest|detect|spot for? me|us? the|some|all|any? new|natural|behavioral|behavioural|hidden|different|stable? ${NOUN}`,
  'find|discover|look|search|show|give|get|suggest|build|create|make|generate for? me|us? the|some? new? living personas',
  'living personas',
  `which|what ${NOUN}`,
  'cluster|group',
)
const customers = phrase(
  'of|among|amongst|in|within|inside|from|across|for? the|my|our|all|these? customers|buyers|shoppers|people|clients',
)
const inside = phrase(
  'of|among|amongst|in|within|inside|from|across|for the|my|our? icp?',
  'of|among customers|buyers of|in',
)
const toward = phrase(
  'to|for|that|who|whom|which|help|would|could|can|might|do|does|are|is|there',
  'in order to',
  'with which',
  'worth',
  ',',
)
const them = phrase('us|me|we|i|out|a|an|the|our|my', 'help us|me')
const GOALS = goals.map((goal) => ({ goal, words: phrase(...goal.said) }))

/**
 * "find groups among my customers to raise AOV", "which kinds of customers could we win back?", "living personas for
 * Gift buyers": undefined where no groups are asked for. Without a goal it is asked which,
 * and so is what is said beside it.
 */
export function groupsAsked(reading: Reading): Commanded | undefined {
  const start = afterCourtesy(reading)
  let at = find(reading, start)
  if (at < 0) return undefined
  let icp: NamedProfile | undefined
  let goal: string | undefined
  const isLiving = /living/iu.test(said(reading, start, at))
  let isAboutCustomers = isLiving
  while (at < reading.tokens.length) {
    const found = goalAt(reading, at)
    const named = inside(reading, at)
    const home = icp === undefined && named >= 0 ? profileAt(reading, named, 'icp') : undefined
    if (found !== undefined && goal === undefined) {
      goal = found.id
      at = found.end
    } else if (home !== undefined) {
      icp = home.value
      isAboutCustomers = true
      at = home.end
    } else {
      const next = Math.max(customers(reading, at), toward(reading, at), them(reading, at))
      if (next < 0) break
      if (customers(reading, at) === next) isAboutCustomers = true
      at = next
    }
  }
  if (!isAboutCustomers) return undefined
  const rest = said(reading, at, reading.tokens.length)
  if (!isOver(reading, at)) {
    // Without a goal they may be asked for people.
    if (goal === undefined && !isLiving) return undefined
    const says = `Groups are looked for among all customers, or inside an ICP over customers. What should “${rest}” be? Build an ICP for them first, then look for groups in it.`
    return doubtOf(question(at, reading.tokens.length, says))
  }
  if (goal !== undefined) {
    return done({ do: 'find_groups', goal, ...(icp === undefined ? {} : { icp: icp.id }) })
  }
  const whose = icp === undefined ? 'among my customers' : `in ${icp.name}`
  return doubtOf(
    question(
      start,
      reading.tokens.length,
      'For which goal? Groups are compared by what they do for it.',
      goals.map(({ name }) => [name, `find groups ${whose} for ${name.toLowerCase()}`]),
    ),
  )
}

/** The goal that is said at a place, the longest way of saying it. */
function goalAt(reading: Reading, at: number): { readonly id: string; readonly end: number } | undefined {
  return GOALS.map(({ goal, words }) => ({ id: goal.id, end: words(reading, skip(reading, at, to)) }))
    .filter(({ end }) => end >= 0)
    .toSorted((a, b) => b.end - a.end)[0]
}

const to = phrase('to')
