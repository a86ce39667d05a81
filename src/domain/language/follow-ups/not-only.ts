import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said, wordAt } from '../grammar/reading.ts'
import { inAddition, join } from './adding.ts'
import { addValues, holding, replaceValues } from './edit-values.ts'
import { goesFurther } from './further-deed.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'
import { onlyThose } from './swapping.ts'

export const ratherThan = phrase(',? and? not', ',? rather than|instead of')
const notOnly = phrase('not just|only|merely')
const butAlso = phrase(',? but also|even?', ',|;|-|. also|even?')
const count = phrase('count|counts|qualify|qualifies|do|does|work|works', 'is|are fine|ok|okay|welcome|in')

/**
 * "directors too, not VPs only", "Tea as well, not just Coffee": whoever was asked for before stays, but where they
 * are to have done more than that: "clicked, not just opened".
 */
export function notOnlyThose(follow: FollowUp): Refined {
  const { reading, from, to } = follow
  for (let i = from + 1; i < to; i++) {
    const over = ratherThan(reading, i)
    if (over < 0 || over >= to || !onlyThose({ reading }, over, to)) continue
    // “At least twice, not just once” speaks of no others.
    const found = beside(follow, [from, i], [over, to], [over + 1, to])
    if (found !== undefined) return found
  }
  const others = notOnly(reading, from)
  for (let i = others + 1; others >= 0 && i < to; i++) {
    const next = butAlso(reading, i)
    const found = next < 0 || next >= to ? undefined : beside(follow, [next, to], [others, i])
    if (found !== undefined) return found
  }
  return undefined
}

type Stretch = readonly [from: number, to: number]

function beside(
  { reading, current, from, to, part, read }: FollowUp,
  next: Stretch,
  ...held: Stretch[]
): Refined {
  // What stands before a comma may have been read as one list with what follows it.
  const others =
    held.map((stretch) => part(...stretch)).find((one) => one !== undefined) ??
    read(said(reading, ...(held[0] ?? [0, 0])))
  if (others === undefined || holding(current, others).length === 0) return undefined
  const ends = trimmed(reading, next[1], suffixToo)
  const too: Criteria | undefined = part(skip(reading, next[0], join), trimmed(reading, ends, count))
  if (too === undefined) return undefined
  const further = ends === next[1] && !ALSO.test(wordAt(reading, next[0] - 1)) && goesFurther(too, others)
  return firmly(
    refinedBy(
      further
        ? replaceValues(current, others, too)
        : (addValues(current, too, 'or') ?? inAddition(current, too)),
      from,
      to,
    ),
  )
}

const ALSO = /^(?:also|even)$/
