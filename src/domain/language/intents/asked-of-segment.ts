import { boundsOf, dateAt } from '../../time/bounds.ts'
import type { Reading } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import type { Command } from '../interpretation.ts'
import { AROUND, wordsOf } from './around-words.ts'
import { type Commanded, done } from './commanded.ts'
import type { Token } from '../tokens/token.ts'

/** What may be asked of one segment besides. As an order (“update VIP”) none of it is meant. */
const TOLD = wordsOf(`
  update updates updated updating refresh refreshes refreshed recalculate recalculated recompute recomputed recount
  recounted sync synced stale fresh outdated old current live dynamic static frozen fixed automatic automatically
  manual manually hand itself own self date rule-based realtime real time daily
  edited edit edits changed change changes touched touch modified altered renamed created made built define defined
  last latest recently first ever since ago anyone anybody somebody history
  grown grow growing shrunk shrank shrink shrinking bigger smaller larger larger size sizes headcount members
  weekly monthly week weeks month months per against than versus vs compared compare before over table trend develop
  developed evolve evolved start beginning
  mean means meaning stand stands actually plain simple words english terms boss understands understand qualifies
  definition define rule rules criteria behind idea kind type sort what's who's plain-language explain explained`)

const COMES =
  /\b(?:grown?|growing|shr[aiu]nk|shrinking|bigger|smaller|larger|sizes?|headcount|weekly|monthly|trend|developed?|evolved?)\b/iu
const CHANGED =
  /\b(?:who|when|what|anyone|anybody|somebody|has|have|was|did)\b.*\b(?:edit(?:s|ed)?|chang(?:e|es|ed)|touch(?:ed)?|modif(?:y|ied)|altered|renamed|created|made|built)\b/iu
const FRESH =
  /\b(?:updat(?:e|es|ed|ing)|refresh(?:es|ed)?|recalculated?|recomputed?|recounted|synced|stale|fresh|outdated|up\s+to\s+date|current|live(?!\s+(?:in|at|near|outside)\b)|dynamic|static|frozen|fixed|automatic(?:ally)?|manual(?:ly)?|by\s+hand|itself|(?:on|by)\s+its\s+own)\b/iu
const MEANS =
  /\b(?:mean(?:s|ing)?|stands?\s+for|qualif(?:y|ies)|definition|defined|rules?|criteria|explain(?:ed)?|what\s+(?:is|kind|sort)|who\s+(?:is|gets|belongs))\b/iu
/** An order begins with its verb. */
const ORDER =
  /^\W*(?:(?:please|pls|now|then|ok|okay|can|could|would|will|you|also|and|kindly)\s+)*(?:update|refresh|recalculate|recompute|recount|sync|edit|change|touch|modify|rename|create|make|build|define|compare|freeze|fix|keep|set|start|show|list)\b/iu

/**
 * A question about one segment in whatever words: what it means, whether it keeps itself up to date, who changed it,
 * how it grew. What is said besides may only be of time.
 *
 * @example `does VIP update on its own or do I have to do that by hand?`
 */
export function askedOfSegment(reading: Reading): Commanded | undefined {
  const { tokens, text, situation } = reading
  if (ORDER.test(text)) return undefined
  let segment: string | undefined
  let since: string | undefined
  for (let at = 0; at < tokens.length; ) {
    const link = reading.links.at(at).find(({ field }) => field === 'segment')
    const [id] = link?.values ?? []
    if (link !== undefined && id !== undefined) {
      if (segment !== undefined && segment !== id) return undefined
      segment = id
      at = link.end
      continue
    }
    const time = window(reading, at)
    const [during] = time?.value.windows ?? []
    if (time !== undefined && during !== undefined && since === undefined) {
      const { from } = boundsOf(during, situation.now, situation.zone)
      since = from === undefined ? undefined : dateAt(from, situation.zone)
      at = time.end
    } else if (isAround(tokens[at])) at += 1
    else return undefined
  }
  const command = segment === undefined ? undefined : commandFor(text, segment, since)
  return command && done(command, COMES.test(text) ? FROM_THE_FIRST : undefined)
}

const FROM_THE_FIRST =
  'A size is known for each count that was kept, from the first one on; what it was before that, or between two of them, is not held.'

/** “VIPs who live in the US” are people: in capitals it is no “us”. */
const isAround = (token: Token | undefined): boolean =>
  token !== undefined && token.text !== 'US' && (AROUND.has(token.word) || TOLD.has(token.word))

function commandFor(text: string, segment: string, since: string | undefined): Command | undefined {
  const changes: Command = { do: 'list_changes', segment, ...(since === undefined ? {} : { since }) }
  if (COMES.test(text)) return changes
  if (FRESH.test(text)) return { do: 'show_segment', segment }
  if (CHANGED.test(text)) return changes
  return since === undefined && MEANS.test(text) ? { do: 'explain_segment', segment } : undefined
}
