import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { connect } from '../client.fixture.ts'

/** What clients ask, and how long each answer took in milliseconds. */
export interface Waits {
  readonly listing: number[]
  readonly previewing: number[]
  readonly errors: string[]
}

const counted = z.object({ preview: z.object({ count: z.int().positive() }) })

let asked = 0
/** Each with other numbers than any before, so that no set of an earlier one serves. */
function criteria(): unknown {
  const turn = ++asked
  return {
    all: [
      { type: 'orders', measure: 'spend', op: '>', value: 20 + turn / 100 },
      { type: 'orders', measure: 'count', op: '>=', value: 1 + (turn % 3) },
    ],
  }
}

export interface Pace {
  /** Milliseconds after each answer. */
  readonly pause: number
  isOver(): boolean
}

/** Lists the tools and counts a preview in turn, until it is over. */
export async function listAndPreview(
  client: Awaited<ReturnType<typeof connect>>,
  { listing, previewing, errors }: Waits,
  { pause, isOver }: Pace,
): Promise<void> {
  const timed = async (waits: number[], ask: () => Promise<unknown>) => {
    const begun = performance.now()
    try {
      await ask()
      waits.push(performance.now() - begun)
    } catch (error) {
      errors.push(String(error))
    }
    await sleep(pause)
  }
  // Not all at the same moment.
  await sleep(Math.random() * pause)
  while (!isOver()) {
    await timed(listing, () => client.tools())
    await timed(previewing, async () => {
      const { data, text, isError } = await client.call('validate_criteria', { criteria: criteria() })
      if (isError) throw new Error(text)
      counted.parse(data)
    })
  }
}
