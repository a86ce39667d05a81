import { foldText } from '#kernel/text.ts'
import { joinNumberWords, numberOf } from './numbers.ts'
import { SPELLED_OUT } from './spelled-out.ts'
import { type Token, unquoted } from './token.ts'

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' }

const CONTRACTED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "can't": ['can', 'not'],
    "won't": ['will', 'not'],
    "ain't": ['are', 'not'],
    "shan't": ['shall', 'not'],
    "let's": ['let', 'us'],
  }),
)
const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({ "'ve": 'have', "'re": 'are', "'ll": 'will', "'m": 'am' }),
)

const PATTERN = new RegExp(
  [
    /(?<quoted>"[^"\n]{1,300}"|“(?:\\[\\“”]|[^”\\\n]|\\(?![\\“”])){1,300}”|«[^»\n]{1,300}»|(?<![\p{L}\p{N}])['‘][^'’\n]{2,100}['’](?![\p{L}\p{N}]))/u,
    /(?<address>[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*|@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/u,
    /(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)|\d{1,2}(?<between>[/.-])\d{1,2}\k<between>(?:\d{4}|\d\d)(?!\d))/u,
    /(?<rolling>[lL]\d{1,4}[dDwWmMyY](?![\p{L}\p{N}])|L(?:7|14|28|30|45|60|90|120|180|365)(?![\p{L}\p{N}]))/u,
    /(?<money>(?<sign>[$€£¥])\s?(?<amount>\d(?:[\d.,]*\d)?)(?<unit>k|K|m|M|mm|mn|bn)?(?![\p{L}]))/u,
    /(?<number>(?<digits>\d(?:[\d.,]*\d)?)(?:(?<suffix>k|K|mm|mn|bn)(?![\p{L}])|(?<ordinal>[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])(?![\p{L}]))?)/u,
    /(?<word>w\/(?:o(?:ut)?)?(?![\p{L}])|[eE]-[mM][aA][iI][lL](?:[sS]|[eE][dD])?(?![\p{L}])|[uU]\.[sSkK]\.(?![\p{L}])|[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:['’][\p{L}]+)*)/u,
    /(?<other>>=|<=|->|=>|\S)/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
)

/** Cuts a message into tokens; blanks, and hyphens inside words (`one-time`), fall away. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(PATTERN)) {
    if (isJoiner(text, match.index, match[0]) || isOfShort(text, match.index, match[0])) continue
    tokens.push(...tokensOf(match))
  }
  return joinNumberWords(tokens.map(comparing).filter(saysMore))
}

/** "They’ve got 8 years", "haven’t got Klaviyo": whoever has got it has it. */
function saysMore({ word }: Token, at: number, all: readonly Token[]): boolean {
  // “…and in Germany” goes on with what was said before.
  if (at === 0 && word === '…' && all.length > 1) return false
  if (word !== 'got') return true
  const before = all[at - 1]?.word === 'not' ? all[at - 2]?.word : all[at - 1]?.word
  if (!/^(?:have|has|had)$/.test(before ?? '')) return true
  const next = all[at + 1]
  const named = /^\p{Lu}/u.test(next?.text ?? '') && !/^(?:sms|e-?mails?)$/.test(next?.word ?? '')
  return !named && next?.number === undefined && !OF_AMOUNTS.test(next?.word ?? '')
}
const OF_AMOUNTS =
  /^(?:over|under|above|below|at|more|less|fewer|between|up|only|exactly|\p{L}*teen|two|three|four|five|six|seven|eight|nine|ten|twenty)$/u

/** "more then 3" is "more than 3", and "but zip since May" is nothing since then. */
const comparing = (token: Token, at: number, all: readonly Token[]): Token => {
  if (token.word === 'then' && COMPARED.has(all[at - 1]?.word ?? '')) return { ...token, word: 'than' }
  // "on there very first order"
  if (token.word === 'there' && ON.test(all[at - 1]?.word ?? '') && OF_THEIRS.test(all[at + 1]?.word ?? ''))
    return { ...token, word: 'their' }
  // "form Austria", "customers form germany": no form stands before a name, or right behind people.
  const form = /^\p{Lu}/u.test(all[at + 1]?.text ?? '') || PEOPLE.test(all[at - 1]?.word ?? '')
  if (token.word === 'form' && form && at + 1 < all.length) return { ...token, word: 'from' }
  if (token.word === '4' && isLengthOfTime(all, at + 1) && DENIED.test(all[at - 1]?.word ?? ''))
    return asWord(token, 'for')
  // "hasn't bought nothing" has bought nothing.
  if (
    token.word === 'nothing' &&
    /^(?:not|never)$/.test(all[at - 2]?.word ?? '') &&
    /ed$|^bought$/.test(all[at - 1]?.word ?? '')
  )
    return { ...token, word: 'anything' }
  // "opted in 4 sms", "must b in Spain", "who r tagged gold"
  if (token.word === '4' && FOR_WHAT.test(all[at + 1]?.word ?? '') && IN.test(all[at - 1]?.word ?? ''))
    return asWord(token, 'for')
  // "at lst 3 orders"
  if (token.word === 'last' && token.text.toLowerCase() === 'lst' && all[at - 1]?.word === 'at')
    return { ...token, word: 'least' }
  if (token.word === 'b' && MUST.test(all[at - 1]?.word ?? '')) return { ...token, word: 'be' }
  if (token.word === 'r' && WHO.test(all[at - 1]?.word ?? '')) return { ...token, word: 'are' }
  if (/^purchs?$/iu.test(token.text) && /^(?:last|first|latest)$/.test(all[at - 1]?.word ?? ''))
    return { ...token, word: 'purchase' }
  const nothing =
    token.word === 'zip' && /^(?:in|since|for|after|over|this|lately)$/.test(all[at + 1]?.word ?? '')
  return nothing ? { ...token, word: 'nothing' } : token
}

const ON = /^(?:on|in|with|from|for|of|by|at|placed|made|whose)$/
const OF_THEIRS = /^(?:very|first|1st|second|2nd|third|last|latest|most|initial|order|orders|birthday|own)$/
const FOR_WHAT = /^(?:sms|texts?|e?mails?|newsletters?)$/
const IN = /^(?:in|up|subscribed|consented|consent|registered|opted)$/
const MUST = /^(?:must|should|can|could|may|will)$/
const WHO = /^(?:who|that|they|which|we|you|all)$/

const PEOPLE =
  /^(?:people|folks|users?|buyers?|shoppers?|c\w*st\w*m\w*rs?|everyone|everybody|anyone|anybody|those)$/

/** What was done, or not done, for so long. */
const DENIED =
  /^(?:nothing|anything|nuthin|bought|ordered|opened|clicked|visited|purchased|shopped|emails?|orders?|here|site|us|quiet|inactive|away|gone)$/

/** "nothing 4 60 days": a number before a length of time is the word that sounds like it. */
const isLengthOfTime = (all: readonly Token[], at: number): boolean =>
  all[at]?.kind === 'number' &&
  /^(?:days?|weeks?|months?|years?|hrs?|hours?|d|wks?|mths?|yrs?)$/.test(all[at + 1]?.word ?? '')

const asWord = ({ text, start, end }: Token, word: string): Token => ({
  kind: 'word',
  text,
  word,
  start,
  end,
})

const COMPARED: ReadonlySet<string> = new Set(
  'more less fewer greater other rather bigger smaller higher lower longer later earlier older younger'.split(
    ' ',
  ),
)

/** A hyphen inside a word joins it; one between digits, or by itself, is a sign. */
function isJoiner(text: string, at: number, raw: string): boolean {
  if (raw !== '-') return false
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  const letter = /[\p{L}]/u
  // “1k-5k”, “$5m-20m”
  if (/\d(?:k|m|mm|mn|bn|b)$/iu.test(text.slice(Math.max(0, at - 4), at)) && /^\d/u.test(after)) return false
  return (
    /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after) && (letter.test(before) || letter.test(after))
  )
}

/** The full stop of "min. 2 orders" and "both days incl., in France" ends a short form, and no sentence. */
const isOfShort = (text: string, at: number, raw: string): boolean =>
  raw === '.' &&
  /(?<![\p{L}\p{N}])(?:min|max|avg|approx|incl|excl)$/iu.test(text.slice(Math.max(0, at - 8), at)) &&
  /^\.\s*[\p{Ll}\d$€£,;)]/u.test(text.slice(at, at + 4))

function tokensOf(match: RegExpExecArray): Token[] {
  const text = match[0]
  const start = match.index
  const end = start + text.length
  const groups = match.groups ?? {}
  const base = { text, word: foldText(text), start, end }
  if (groups['quoted'] !== undefined) {
    return [{ ...base, kind: 'quoted', word: foldText(unquoted(text)) }]
  }
  if (groups['address'] !== undefined) return [{ ...base, kind: 'address' }]
  if (groups['date'] !== undefined) return [{ ...base, kind: 'date', date: writtenDate(text) }]
  if (groups['rolling'] !== undefined) return rolling(text, start)
  if (groups['money'] !== undefined || groups['number'] !== undefined) return [numberToken(groups, base)]
  if (groups['word'] !== undefined) return wordTokens(base)
  return spread({ ...base, kind: 'sign' }, SPELLED_OUT.get(base.word) ?? [base.word])
}

function numberToken(groups: Record<string, string | undefined>, base: Omit<Token, 'kind'>): Token {
  const number = numberOf(
    groups['amount'] ?? groups['digits'] ?? '',
    (groups['unit'] ?? groups['suffix'] ?? '').toLowerCase(),
  )
  if (number === undefined) return { ...base, kind: 'word' }
  const currency = CURRENCY_SIGNS[groups['sign'] ?? '']
  return {
    ...base,
    kind: 'number',
    number,
    ...(currency === undefined ? {} : { currency }),
    ...(groups['ordinal'] === undefined ? {} : { ordinal: true }),
  }
}

/** `L90D` is `last 90 d`, and so is `L90`: such lengths are of days. */
function rolling(text: string, start: number): Token[] {
  const digits = /\d+/.exec(text)?.[0] ?? ''
  const unit = start + 1 + digits.length
  const end = start + text.length
  return [
    { kind: 'word', text: text.slice(0, 1), word: 'last', start, end: start + 1 },
    { kind: 'number', text: digits, word: digits, start: start + 1, end: unit, number: Number(digits) },
    {
      kind: 'word',
      text: unit < end ? text.slice(-1) : digits,
      word: unit < end ? text.slice(-1).toLowerCase() : 'd',
      start: unit < end ? unit : start + 1,
      end,
    },
  ]
}

function wordTokens(base: Omit<Token, 'kind'>): Token[] {
  if (/[^_]_[^_]/.test(base.text)) return parted(base)
  const word = unstretched(base.word.replaceAll('’', "'"))
  const known = SPELLED_OUT.get(word) ?? CONTRACTED.get(word)
  if (known !== undefined) return spread({ ...base, kind: 'word' }, known)
  if (word.endsWith("n't")) return spread({ ...base, kind: 'word' }, [word.slice(0, -3), 'not'])
  const apostrophe = /['’]\p{Lu}\p{L}{2,}$/u.test(base.text) ? -1 : word.lastIndexOf("'")
  if (apostrophe < 1) return [{ ...base, kind: 'word', word }]
  const ending = word.slice(apostrophe)
  return [
    {
      ...base,
      kind: 'word',
      text: base.text.slice(0, apostrophe),
      word: word.slice(0, apostrophe),
      end: base.start + apostrophe,
    },
    {
      kind: 'word',
      text: base.text.slice(apostrophe),
      word: ENDINGS.get(ending) ?? ending,
      start: base.start + apostrophe,
      end: base.end,
    },
  ]
}

/** "sooo", "heyyy": no word has a letter three times in a row. */
const unstretched = (word: string): string =>
  /(\p{L})\1\1/u.test(word) && !/^(?:x+|w+|i+)$/u.test(word) ? word.replaceAll(/(\p{L})\1{2,}/gu, '$1') : word

/** `in_store` is two words, as names of the data are written and as people say them. */
const parted = ({ text, start }: Omit<Token, 'kind'>): Token[] =>
  [...text.matchAll(/[^_]+/g)].map(({ 0: part, index }) => ({
    kind: 'word',
    text: part,
    word: foldText(part),
    start: start + index,
    end: start + index + part.length,
  }))

/** Several words that stand for one stretch of text share its offsets. */
function spread(base: Token, words: readonly string[]): Token[] {
  return words.map((word) => ({ ...base, word }))
}

function writtenDate(text: string): NonNullable<Token['date']> {
  const [a = 0, b = 0, c = 0] = text.split(/[/.-]/).map(Number)
  if (/^\d{4}/.test(text)) return { order: 'ymd', parts: [a, b, c] }
  const year = c < 100 ? 2000 + c : c
  return { order: text.includes('.') ? 'dmy' : 'unsure', parts: [a, b, year] }
}
