import type { Criteria } from '../../criteria/schema.ts'
import { allOf, anyOf, negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { addValues, matchingIn, replaceMatching } from './edit.ts'
import { removing } from './refine-removal.ts'
import { lead, parts, swap, twoValues, withWord } from './refine-values.ts'
import { editOf, type ReadPart, type Refined, suffixInstead, trimmed } from './refined.ts'

const anew = phrase(
  'start over|again|fresh|anew|new',
  'new segment|search|request|audience|group',
  'forget|scrap|discard|drop that|it|this|everything|all',
  'from scratch',
  'reset',
  'begin again',
  'let us start over',
  'different|another|new one|question|request|segment',
  'clear everything|all|that|this?',
)

const separator = phrase(':|,|.|;|-|->', 'with|and')

const limit = phrase(
  'only|just',
  'now? only|just',
  'only|just the|those|these|people|customers|ones?',
  'limit|restrict|narrow|filter|reduce|cut|trim it|that|this|them|down? to|by|on|for?',
  'narrow|filter it|that|this|them? down to|by?',
  'keep only|just?',
  'only keep|include|show|want|those|the|people',
  'how many? of those|these|them',
  'which|who of those|these|them',
  'among|from those|these|them',
  'make it|that|this only|just',
  'but only|just',
  'those|these who|that|in|with|from',
  'the ones who|that|in|with|from|which',
  'the? same but|with',
  'the? same thing|again|as before|again? but|with|for|in?',
  'the same but|people|, but? but|who|with|in?',
  'add a|another|the? filter|condition|requirement :|for|on|that?',
  'also require|needs|must',
  'and|also they must|should|need',
  'they must|should|also',
  'require|requiring',
  'additionally|furthermore',
)

const join = phrase(
  'also|add|include|plus|and|incl',
  'also add|include',
  'add|include also|back?',
  'and also',
  'as well as',
  'add in',
  'include people|customers|those|the? in|from',
  'add people|customers|those|the? in|from|who?',
)

const either = phrase(
  'or',
  'or else|also',
  'or include|add',
  'plus people|customers|anyone|everyone|those',
  'and also? people|customers who|in|from|that',
  'as well as people|customers|those|anyone',
  'include|add people|customers|those|anyone|everyone who|that|with',
)

const without = phrase(
  'exclude|excluding|without|except|minus|omit|skip|ignore',
  'leave|take|filter out',
  'but|and not',
  'not',
  'except for',
  'but|and exclude|without|excluding',
  'remove|drop people|customers|those|everyone|anyone in|from|who|with',
  'no',
  'but no',
  'get rid of',
  'and no',
)

const suffixToo = phrase('too|also', 'as well', 'in addition', ', too|also', 'please')

const relative = phrase(
  'who|that|which|with|whose|having|where',
  'and who|that|which|whose|with|have|has|are|is|spent|bought|ordered|opened|clicked|live|in',
  'but who|with|have|has|not|never|only|in',
)

/** Reads a message as a change of the criteria at hand. */
export function refinement(reading: Reading, current: Criteria, part: ReadPart): Refined {
  const { length } = reading.tokens
  const start = leads(reading)
  const again = anew(reading, start)
  if (again >= 0) {
    const from = skip(reading, skip(reading, again, separator), separator)
    return from < length ? { kind: 'anew', from } : undefined
  }
  const to = trimmed(reading, length, suffixInstead)
  const edits = [
    () => twoValues(reading, start, length, current, part),
    () => removing(reading, start, length, current, part),
    () => parts(reading, start, to, current),
    () => swapping(reading, start, to, to < length, current, part),
    () => adding(reading, start, length, current, part),
    () => limiting(reading, start, length, current, part),
  ]
  for (const edit of edits) {
    const found = edit()
    if (found !== undefined) return found
  }
  return undefined
}

function leads(reading: Reading): number {
  let start = 0
  for (let i = 0; i < 4; i++) {
    const next = lead(reading, start)
    // "and Belgium too", "also …" and "actually …" are read by what follows.
    if (next < 0 || /^(?:and|but|also|actually|instead)$/.test(reading.tokens[start]?.word ?? '')) break
    start = next
  }
  return start
}

function swapping(
  reading: Reading,
  start: number,
  to: number,
  suffixed: boolean,
  current: Criteria,
  part: ReadPart,
): Refined {
  const opened = swap(reading, start)
  if (opened < 0 && !suffixed) return undefined
  let from = opened >= 0 ? opened : start
  for (let i = 0; i < 2; i++) from = skip(reading, from, swap, withWord)
  const limited = limit(reading, from)
  const next = part(limited >= 0 ? limited : from, to) ?? part(from, to)
  if (next === undefined) return undefined
  return editOf(replaceMatching(current, next, next), start, to)
}

/** `and Belgium too`, `or people in Belgium who …`, `exclude VIPs`. */
function adding(reading: Reading, start: number, length: number, current: Criteria, part: ReadPart): Refined {
  const to = trimmed(reading, length, suffixToo)
  const alternative = either(reading, start)
  if (alternative >= 0) {
    const from =
      alternative - (reading.tokens[alternative - 1]?.word.match(/^(?:in|from|who|that|with)$/) ? 1 : 0)
    const next = part(from, to)
    if (next === undefined) return { kind: 'unclear' }
    const same = addValues(current, next)
    return editOf(same ?? { criteria: anyOf([current, next]), says: 'these people as well' }, start, length)
  }
  const refused = without(reading, start)
  const limited = limit(reading, start)
  if (refused >= 0 && refused >= limited) {
    const next =
      part(refused, trimmed(reading, length, suffixInstead)) ??
      part(start, trimmed(reading, length, suffixInstead))
    if (next === undefined) return undefined
    const shown = part(refused, trimmed(reading, length, suffixInstead)) === undefined ? next : negated(next)
    return editOf({ criteria: allOf([...conjuncts(current), shown]), says: 'without them' }, start, length)
  }
  const joined = join(reading, start)
  if ((joined < 0 && to === length) || limited > joined) return undefined
  const next = part(joined >= 0 ? joined : start, to)
  if (next === undefined) return undefined
  const same = addValues(current, next)
  if (same !== undefined) return editOf(same, start, length)
  const word = reading.tokens[start]?.word ?? ''
  // "include" and "add" without a condition to widen may add people or narrow them.
  if (/^(?:include|add|plus|incl)$/.test(word)) return { kind: 'unclear' }
  return editOf({ criteria: allOf([...conjuncts(current), next]), says: 'this as well' }, start, length)
}

const conjuncts = (criteria: Criteria): readonly Criteria[] => ('all' in criteria ? criteria.all : [criteria])

/** `now only France`, `who also opened an e-mail`, `just Spain`. */
function limiting(
  reading: Reading,
  start: number,
  length: number,
  current: Criteria,
  part: ReadPart,
): Refined {
  const limited = limit(reading, start)
  const clause = limited >= 0 ? limited : relative(reading, start)
  if (clause < 0) return undefined
  const to = trimmed(reading, length, suffixInstead)
  const next = part(start, to) ?? part(clause, to) ?? part(clause - 1, to)
  if (next === undefined) return { kind: 'unclear' }
  const held = matchingIn(current, next)
  if (held.length === 1 && limited >= 0 && isPlace(next))
    return editOf(replaceMatching(current, next, next), start, length)
  return editOf(
    { criteria: allOf([...conjuncts(current), ...conjuncts(next)]), says: 'only these' },
    start,
    length,
  )
}

const isPlace = (criteria: Criteria): boolean =>
  'type' in criteria &&
  criteria.type === 'attribute' &&
  (criteria.op === 'equals' || criteria.op === 'in') &&
  !/^(?:tags|interests)$/.test(criteria.field)
