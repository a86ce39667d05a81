import { InputError } from '#kernel/errors.ts'
import type { Tokens } from '../run/turn.ts'

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number
  readonly output: number
  /** Of input that the server had at hand already; as other input when left out. */
  readonly cached?: number
}

/** Reads `MODEL=INPUT/OUTPUT` or `MODEL=INPUT/OUTPUT/CACHED`. Throws InputError for anything else. */
export function readPrice(text: string): readonly [model: string, price: Price] {
  const [, model = '', amounts = ''] = /^(.+)=([\d./]+)$/.exec(text) ?? []
  const [input, output, cached, more] = amounts.split('/').map(Number)
  const given = [input, output, cached].filter((amount) => amount !== undefined)
  if (input === undefined || output === undefined || more !== undefined || !given.every(Number.isFinite)) {
    throw new InputError(`--price ${text} is not understood`, {
      next: 'Write MODEL=INPUT/OUTPUT in dollars for a million tokens, for example openai/gpt-5=1.25/10.',
    })
  }
  return [model, { input, output, ...(cached === undefined ? {} : { cached }) }]
}

export function costOf({ input, cached, output }: Tokens, price: Price): number {
  const anew = (input - cached) * price.input + cached * (price.cached ?? price.input)
  return (anew + output * price.output) / 1_000_000
}
