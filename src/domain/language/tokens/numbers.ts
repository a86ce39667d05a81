import type { Token } from './token.ts'

// Maps: an object also has a value for `constructor`.
const SMALL: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
)
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dozen: 12,
    hundred: 100,
    thousand: 1000,
    million: 1_000_000,
    billion: 1_000_000_000,
    mn: 1_000_000,
    mio: 1_000_000,
    mln: 1_000_000,
    grand: 1000,
  }),
)
const FRACTIONS = [
  { words: ['half', 'a'], share: 0.5 },
  { words: ['half', 'of', 'a'], share: 0.5 },
  { words: ['a', 'quarter', 'of', 'a'], share: 0.25 },
  { words: ['a', 'quarter'], share: 0.25 },
  { words: ['quarter', 'of', 'a'], share: 0.25 },
  { words: ['quarter', 'of'], share: 0.25 },
  { words: ['three', 'quarters', 'of', 'a'], share: 0.75 },
  { words: ['one', 'and', 'a', 'half'], share: 1.5 },
] as const
const TIMES: ReadonlyMap<string, number> = new Map(Object.entries({ once: 1, twice: 2, thrice: 3 }))
const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  }),
)

export const NUMBER_WORDS: readonly string[] = [
  ...SMALL.keys(),
  ...SCALES.keys(),
  ...TIMES.keys(),
  ...ORDINALS.keys(),
]

/** `1,000` `1.000` `1 000.50` `2.5k`: the value of digits with separators, or undefined. */
export function numberOf(digits: string, suffix: string): number | undefined {
  const value = Number(plainDigits(digits))
  if (!Number.isFinite(value)) return undefined
  const scale = { k: 1000, m: 1_000_000, mm: 1_000_000, mn: 1_000_000, bn: 1_000_000_000 }[suffix] ?? 1
  return Math.round(value * scale * 1e6) / 1e6
}

/** Whichever of comma and dot groups thousands is dropped; the other one marks the decimals. */
function plainDigits(digits: string): string {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(',', '')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  return /^\d+,\d+$/.test(digits) ? digits.replace(',', '.') : digits
}

/** Turns runs of number words into one number token: `two hundred and fifty`, `half a dozen`. */
export function joinNumberWords(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; ) {
    const run = numberRun(tokens, i)
    const first = tokens[i]
    const last = tokens[run.end - 1]
    if (run.value === undefined || first === undefined || last === undefined) {
      if (first !== undefined) out.push(single(first))
      i++
      continue
    }
    const words = tokens.slice(i, run.end)
    out.push({
      kind: 'number',
      text: words.map((t) => t.text).join(' '),
      word: words.map((t) => t.word).join(' '),
      start: first.start,
      end: last.end,
      number: run.value,
      ...(first.currency === undefined ? {} : { currency: first.currency }),
      ...(words.some((t) => t.mended !== undefined) && { mended: words.map((t) => t.text).join(' ') }),
    })
    i = run.end
  }
  return out
}

function single(token: Token): Token {
  const times = TIMES.get(token.word)
  if (times !== undefined) return { ...token, kind: 'number', number: times, times: true }
  const ordinal = ORDINALS.get(token.word)
  if (ordinal !== undefined) return { ...token, number: ordinal, ordinal: true }
  return token
}

function numberRun(tokens: readonly Token[], from: number): { end: number; value?: number } {
  let total = 0
  let current: number | undefined
  let end = from
  let i = from
  if (tokens[i]?.word === 'half' && tokens[i + 1]?.word === 'a' && tokens[i + 2]?.word === 'dozen') {
    return { end: from + 3, value: 6 }
  }
  // "half a million", "a quarter of a billion"
  const part = FRACTIONS.find(({ words }) => words.every((word, n) => tokens[from + n]?.word === word))
  const whole = part && SCALES.get(tokens[from + part.words.length]?.word ?? '')
  if (part !== undefined && whole !== undefined && whole >= 100)
    return { end: from + part.words.length + 1, value: part.share * whole }
  // "the hundred most recent"
  if (tokens[i - 1]?.word === 'the' && isScale(tokens[i])) current = 1
  if (tokens[i]?.word === 'a' && SCALES.has(tokens[i + 1]?.word ?? '')) {
    current = 1
    i++
  }
  for (; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const small = SMALL.get(token.word)
    const scale = SCALES.get(token.word)
    if (small !== undefined && (current === undefined || (current % 10 === 0 && small < 10 && current > 0))) {
      current = (current ?? 0) + small
    } else if (small !== undefined && current !== undefined && current % 100 === 0 && current > 0) {
      current += small
    } else if (scale !== undefined && current !== undefined) {
      if (scale >= 1000) {
        total += current * scale
        current = 0
      } else current *= scale
    } else if (end === from && token.kind === 'number' && isScale(tokens[i + 1]) && !token.times) {
      current = token.number
    } else if (
      token.word === 'and' &&
      end > from &&
      isScale(tokens[i - 1]) &&
      isSmall(tokens[i + 1]) &&
      !isOtherEnd(tokens, from, i)
    ) {
      continue
    } else break
    end = i + 1
  }
  return current === undefined || end === from ? { end: from + 1 } : { end, value: total + current }
}

const isScale = (token: Token | undefined) => SCALES.has(token?.word ?? '')
/** "between two hundred and five hundred": the second number is one of its own. */
const isOtherEnd = (tokens: readonly Token[], from: number, and: number): boolean =>
  isScale(tokens[and + 2]) && tokens[from - 1]?.word === 'between'

const isSmall = (token: Token | undefined) => SMALL.has(token?.word ?? '')
