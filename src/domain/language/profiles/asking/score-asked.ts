import { phrase } from '../../grammar/phrase.ts'
import type { Found, Reading } from '../../grammar/reading.ts'
import { type Commanded, done } from '../../intents/commanded.ts'
import { customerAt } from '../../intents/one-customer.ts'
import { afterCourtesy } from '../../intents/whole.ts'
import { profileAt } from '../profile-at.ts'

const asks = phrase(
  'why|how|explain|show',
  'how come',
  'is|are|does|do|did|would|will|can',
  'tell me',
  'what is|are|does|did',
  'what score|points|rating',
  'which icp|persona',
)
const words = phrase(
  'score|scores|scored|scoring|points|rating|rank|ranks|ranked|rated|grade',
  "fit|fits|fitting|match|matches|qualify|qualifies|pass|passes|belong|fall|get|gets|have|has|in|into|under|for|as|to|out|of|at|on|with|against|so|such|not|n't|no|only|just|really|low|lower|lowest|high|higher|highest|bad|badly|good|poor|poorly|zero",
  'missing|lacking|there|here|it|its|the|a|an|our|my|me|is|are|does|do|did|and|or|if|why|what|how|why|come|company|account|firm|person|contact|lead|called|named|domain|icp|persona|get|got|thing|one',
  'what s missing',
  '\'s|’s|?|.|!|,|;|:|-|"',
)
const SCORED =
  /^(?:scor\w*|points|fits?|match\w*|qualif\w*|rank\w*|rating|rated|in|belong|icp|persona|pass\w*)$/

/**
 * `why does Acme score low in SMB SaaS?`, `is acme.example in SMB SaaS, and if not what’s missing?`, `explain Ana Silva’s
 * persona score`: of one company, or of one person there. Undefined where any word says something else.
 */
export function scoreAsked(reading: Reading): Commanded | undefined {
  if (reading.situation.allProfiles === undefined) return undefined
  const start = afterCourtesy(reading)
  if (asks(reading, start) < 0) return undefined
  let record: Found<{ readonly entity: 'company' | 'person'; readonly name: string }>['value'] | undefined
  let profile: string | undefined
  let scored = false
  for (let at = start; at < reading.tokens.length; ) {
    const named = profileAt(reading, at)
    const one = named === undefined && record === undefined ? recordAt(reading, at) : undefined
    if (named !== undefined) profile = named.value.id
    else if (one !== undefined) record = one.value
    else if (SCORED.test(reading.tokens[at]?.word ?? '')) scored = true
    const end = named?.end ?? one?.end ?? Math.max(words(reading, at), asks(reading, at))
    if (end < 0) return undefined
    at = Math.max(end, at + 1)
  }
  return record === undefined || !(scored && (profile !== undefined || /scor|points/.test(reading.text)))
    ? undefined
    : done({
        do: 'explain_score',
        entity: record.entity,
        record: record.name,
        ...(profile !== undefined && { profile }),
      })
}

/** A company by its name or domain, or a person by a name with capitals. */
function recordAt(reading: Reading, at: number) {
  const company = reading
    .as('company')
    .links.at(at)
    .find(({ field }) => field === 'company.name')
  if (company !== undefined)
    return { value: { entity: 'company' as const, name: company.values[0] ?? '' }, end: company.end }
  const domain = domainAt(reading, at)
  if (domain !== undefined)
    return { value: { entity: 'company' as const, name: domain.value }, end: domain.end }
  const { kind } = reading.tokens[at] ?? {}
  const exact = kind === 'quoted' || kind === 'address'
  const person = exact ? customerAt(reading, at) : named(reading, at)
  return person && { value: { entity: 'person' as const, name: person.value }, end: person.end }
}

/** `acme.example` is three tokens without a blank. */
function domainAt({ tokens, text }: Reading, at: number): Found<string> | undefined {
  let end = at
  while (end === at || (end < tokens.length && tokens[end]?.start === tokens[end - 1]?.end)) end++
  for (; end > at; end--) {
    const value = text.slice(tokens[at]?.start, tokens[end - 1]?.end)
    if (DOMAIN.test(value)) return { value, end }
  }
  return undefined
}

/** A first and a last name. */
function named(reading: Reading, at: number): Found<string> | undefined {
  const found = customerAt(reading, at)
  return found !== undefined && found.end === at + 2 && found.value.includes(' ') ? found : undefined
}

const DOMAIN = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/iu
