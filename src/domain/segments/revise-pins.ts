import { z } from 'zod'
import type { Reader } from '#db/run.ts'
import { InputError } from '#kernel/errors.ts'
import { findOne } from '../explanations/find-one.ts'
import { withNames } from './pinned-names.ts'
import { isEmptyPins, NO_PINS, type Pins, pinWords } from './pins.ts'

const named = z.array(z.string().trim().min(1).max(300)).max(50).optional()
const size = z
  .string()
  .regex(/^(?:\d+|\d+(?:\.\d+)?%|none)$/, 'a number of customers, a share such as 20%, or none')
  .optional()

/** How rules are to change: what is not named stays. */
export const pinsPatchSchema = z.strictObject({
  in: named,
  out: named,
  free: named,
  least: size,
  most: size,
  /** Every rule, or the one that there is. */
  clear: z.enum(['all', 'one']).optional(),
})
export type PinsPatch = z.infer<typeof pinsPatchSchema>

/** The rules as they would be. Throws for customers that are not there, and where nothing would change. */
export function revisedPins(reader: Reader, now: Pins | null, patch: PinsPatch): Pins {
  const before = patch.clear === undefined ? (now ?? NO_PINS) : cleared(reader, now, patch.clear)
  const ids = (names: readonly string[] = []) =>
    names.map((name) => findOne(reader, 'customer', name).record.id)
  const [into, out, free] = [ids(patch.in), ids(patch.out), ids(patch.free)]
  const pinned = (kept: readonly number[], added: readonly number[], gone: readonly number[]) =>
    [...new Set([...kept.filter((id) => !gone.includes(id)), ...added])].toSorted((a, b) => a - b)
  const least = patch.least === undefined ? before.least : sizeOf(patch.least)
  const most = patch.most === undefined ? before.most : sizeOf(patch.most)
  const contradiction = into.find((id) => out.includes(id))
  if (contradiction !== undefined) {
    throw new InputError(
      withNames(reader, `{customer:${contradiction}} can’t be held both in it and out of it`),
      {
        next: 'Say which of the two it should be.',
      },
    )
  }
  if (
    least !== undefined &&
    most !== undefined &&
    comparable(least, most) &&
    valueOf(least) > valueOf(most)
  ) {
    throw new InputError('The least size would be above the largest', { next: 'Give a smaller least size.' })
  }
  return {
    in: pinned(before.in, into, [...out, ...free]),
    out: pinned(before.out, out, [...into, ...free]),
    ...(least && { least }),
    ...(most && { most }),
  }
}

function cleared(reader: Reader, now: Pins | null, which: 'all' | 'one'): Pins {
  const rules = now === null ? [] : pinWords(now)
  if (now === null || isEmptyPins(now)) {
    throw new InputError('This segment has no rules', {
      next: 'Say who must be in it, or how large it may be.',
    })
  }
  if (which === 'all' || rules.length === 1) return NO_PINS
  throw new InputError('It has several rules; which one should go?', {
    next: 'Say it with the customer or the size, or ask for all of them to be removed.',
    choices: rules.map((rule) => withNames(reader, rule)),
  })
}

type Bound = NonNullable<Pins['least']>

function sizeOf(text: string): Bound | undefined {
  if (text === 'none') return undefined
  if (text.endsWith('%')) return { percent: Number(text.slice(0, -1)) }
  return { customers: Number(text) }
}

const comparable = (a: Bound, b: Bound): boolean => 'percent' in a === 'percent' in b
const valueOf = (size: Bound): number => ('percent' in size ? size.percent : size.customers)
