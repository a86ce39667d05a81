import { blank, type Stretch } from './intents/stretches.ts'
import type { Interpretation } from './interpretation.ts'
import { kindsKnown } from './read-message.ts'
import { inOrder } from './receipt.ts'
import { purposesIn, remarksIn } from './remarks.ts'
import type { ReceiptSpan } from './receipt-span.ts'
import type { Situation } from './situation.ts'
import { UNPLACED } from './unplaced.ts'

/** Where a sentence, or a clause of its own, ends. */
const BREAK =
  /[.!?;:\n–—…]+(?=\s|$)|,(?=\s+(?:so|and|but|because|since|as|they|it|we|i|my|our|that)\b)|\s+and\s+no,(?=\s)|\s-+\s/giu
/** What may stand before whoever speaks: “Oh, and …”, “so basically …”. */
const OPENING = String.raw`(?:(?:so+|ok|okay|oh|ah|well|right|and|but|because|since|as|now|hey|hi|hello|morning|um+|uh|basically|honestly|actually|anyway|fyi|yes|yeah|the thing is|turns out|long story)[\s,]+){0,4}`
const STAFF =
  '(?:boss|manager|client|team|ceo|cmo|cfo|coo|cto|director|lead|colleagues?|board|agency|founder|owner|sales|marketing|legal|finance)'
/** Whoever asks, or what is going on, as what a clause is about. */
const SPEAKS_OF_ASKING = new RegExp(
  String.raw`^\W*${OPENING}(?:i|im|ive|we|were|weve|(?:my|our|the)\s+(?:new\s+)?${STAFF}|it|its|this|thats|theres|there|(?:please\s+)?(?:excuse|forgive|pardon|bear\s+with)|they\s+(?:have|got|get)\s+(?:their|its)\s+own|(?:legal|finance|compliance|marketing|management)\s+(?:wants?|needs?|says?|asked|insists?|is|has)|(?:(?:just|currently|still)\s+)?(?:building|planning|preparing|prepping|drafting|organi[sz]ing|working\s+on|putting\s+together|setting\s+up)\s+(?:my|our)|(?:just\s+)?thinking\s+(?:of|about)\s+\p{L}+ing\s+(?:them|it|this|that))\b`,
  'iu',
)
/** Words that say whom somebody looks for, or how it limits them: with one of these a clause may be part of the request. */
const MAY_LIMIT =
  /\b(?:customers?|people|ppl|persons?|folks|clients|contacts?|leads|crowds?|audiences?|clientele|bunch|tiers?|accounts?|compan(?:y|ies)|firms|everyone|everybody|anyone|anybody|those|these|them|who|whom|whose|only|just|except|exclud\w*|includ\w*|without|leav\w*|skip\w*|drop\w*|remov\w*|ignor\w*|avoid\w*|omit\w*|block\w*|suppress\w*|filter\w*|hid(?:e|ing)|stop\w*|not|no|never|dont|doesnt|isnt|arent|wont|cant|minus|plus|must|should|needs?|wants?|rest|others?|reverse|opposite|contrary|inverse|instead|rather|unless|if|opt\w*|consent\w*|subscri\w*|unsubscri\w*|permissions?|looking|reach\w*|attract\w*|invit\w*|appeal\w*|approach\w*|aim\w*|chas\w*|seek\w*|search\w*|selling|sell|into|mind|stick\w*|after|give|show|find|list\s+of|pull|get|count|how|which|target\w*|focus\w*|care|than|twice|usual|average|gap|orders?|ordered|purchase[sd]?|bought|spen[dt])\b/iu
/** Kinds of people, as far as their words tell: “women”, “gardeners”, “vegetarians”. */
const KINDS_OF_PEOPLE =
  /\b(?:women|woman|men|girls?|boys?|lad(?:y|ies)|guys|mums?|moms?|mothers?|dads?|fathers?|parents?|kids|children|teens?|teenagers?|students?|adults?|fans?|vegans?|couples|famil(?:y|ies)|millennials|gen\s+[xyz]|locals|expats|vips?|(?!(?:numbers|letters|newsletters|offers|banners|flyers|stickers|posters|mailers|teasers|vouchers|others|matters|quarters|answers|weathers|dinners|papers|covers|drivers|lists|bookers)\b)\p{L}{2,}(?:ers|ors|ists|ians|arians))\b/iu
/** Figures, numbers in words, and what is quoted. */
const AMOUNT =
  /[\p{N}$€£%"“]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ies)|hundreds?|thousands?|dozens?|half)\b/iu
/** What is no kind of people behind such a word: “before the holidays”, “with numbers”. */
const NOBODY =
  '(?:is|was|has|this|its|us|as|always|sometimes|across|boss|business|process|progress|success|press|focus|purpose|class|less|xmas|christmas|holidays|ages|years|months|weeks|days|hours|lots|loads|tons|bits|things|reasons|sales|numbers|results|reports|issues|problems|plans|budgets|deadlines|meetings|deals|ideas|campaigns|emails|e?mails|newsletters|ads|cards|costs|changes|boxes|flows)'
/** “a dinner for vegans”, “we have blondes in the pipeline”, “marketing says nurses”: somebody whom it is for. */
const OF_SOMEBODY = new RegExp(
  String.raw`\bfor\s+(?:(?:the|our|my|all|young|old|new)\s+){0,2}(?!${NOBODY}\b)\p{L}{3,}s\b|\b(?:with|on|about|of|at|to|through|by|from|among|over|around|like|have|had|has|got|are|were|is|was|means?|say|says|said|loves?|likes?|hates?|adores?|prefers?|mentions?|mentioned|suggests?|suggested|picked|chose|pick|choose)\s+(?!${NOBODY}\b)\p{L}{3,}s\b`,
  'iu',
)
/** The boss wants something: whom, is said elsewhere. “The boss wants vegans” says whom. */
const WANTS = new RegExp(
  String.raw`\b${STAFF}\s+(?:really\s+|also\s+)?(?:wants?|needs?)\s+(?=(?:an?|to|it|this|that|some|us|me|more|better|everything|results|clarity)\b)`,
  'iu',
)
/** Of whoever asks it says nothing of them: “thinking about selling them as a bundle”. */
const DONE_WITH_THEM =
  /^\W*(?:just\s+)?thinking\s+(?:of|about)\s+(?:selling|offering|bundling|packaging|pairing|promoting|mailing|emailing|texting|calling|thanking|rewarding|surprising|surveying)\s+(?:them|it|this|that)\b/iu
/** “I’m looking at early habit formation.”: what somebody studies, where it names nobody. */
const LOOKS_INTO =
  /^\W*(?:i|we)(?:\s+am|\s+are|['’]m|['’]re)\s+(?:looking\s+(?:at|into)|studying|exploring|researching|investigating)\s/iu
/** “so I can get …”, “so that we can thank them”: whom they write to is said only as “them”. */
const DOES_SO = new RegExp(
  String.raw`^so\s+(?:that\s+)?(?:i|we|(?:my|our|the)\s+\p{L}+)\s+(?:can|could|may|might)\s+(?:(?:finally|just|also|quickly|then)\s+)?(?:(?:get|give|print|plan|prepare|order|book|start|launch|run|build|finish|upload|write|schedule|set|put|share|forward|brief|see|check|test|report|present|do|make|move|pack|ship|post|design|draft|sort|arrange)\s+(?:them\b|these\b)?|(?:email|e-?mail|mail|text|call|thank|reward|surprise|tell|invite|send|show|reach|target|contact)\s+(?:them|these)\b)`,
  'iu',
)
/** Longer ones are no remark. */
const MOST_WORDS = 25

/**
 * A message that is asked about as it stands, read without the sentences that speak of whoever asks: “My boss is
 * planning something for spring. Customers in France who …”. They hold nothing that the data knows and no word that
 * limits anybody; that they are set aside is said.
 */
export function withoutBackground(
  found: Interpretation,
  text: string,
  { vocabulary }: Situation,
  read: (text: string) => Interpretation,
): Interpretation {
  if (found.kind !== 'question' && found.kind !== 'refused') return found
  const named = (word: string) => kindsKnown(vocabulary, word).length > 0
  const aside = asideIn(text, named, read)
  if (aside.length === 0) return found
  const plain = blank(
    text,
    aside.map((one) => withItsMark(text, one)),
  )
  if (!/[\p{L}\p{N}]/u.test(plain)) return found
  const rest = read(plain)
  if (rest.kind !== 'criteria' && rest.kind !== 'command') return found
  const spans = aside.map(
    ({ start, end }): ReceiptSpan => ({
      text: text.slice(start, end),
      start,
      end,
      as: 'ignored',
      meaning: 'background',
    }),
  )
  const says = aside.map(
    ({ start, end }) => `“${text.slice(start, end)}” is read as background: it limits nobody.`,
  )
  const receipt = inOrder([...rest.receipt, ...spans])
  return rest.kind === 'criteria'
    ? { ...rest, assumptions: [...rest.assumptions, ...says], receipt }
    : { ...rest, note: [...(rest.note === undefined ? [] : [rest.note]), ...says].join(' '), receipt }
}

/** Remarks, what it is for, and clauses that speak of whoever asks, in order and apart from each other. */
function asideIn(text: string, named: Named, read: (text: string) => Interpretation): Stretch[] {
  // “I’m looking at women in Berlin.” names them.
  const saysNothing = (clause: string) => {
    const studied = clause.replace(LOOKS_INTO, '')
    return isBackground(`I ${studied}`, named) && namesNobody(studied, read(studied))
  }
  const phrases = [
    ...remarksIn(text),
    ...purposesIn(text).filter(({ start, end }) => isPurpose(text.slice(start, end), named, read)),
  ]
  const rest = phrases.reduce(
    (said, { start, end }) => said.slice(0, start) + '.'.repeat(end - start) + said.slice(end),
    text,
  )
  const clauses = clausesOf(rest).filter((one) => {
    const clause = rest.slice(one.start, one.end)
    if (LOOKS_INTO.test(clause)) return saysNothing(clause)
    if (!isBackground(clause, named) || governs(text, one)) return false
    // “It” is no Italy, nor are “we” anybody who is looked for.
    const told = clause
      .replaceAll(/['’]/gu, '')
      .replace(SPEAKS_OF_ASKING, ' ')
      .replace(DONE_WITH_THEM, ' ')
      .trim()
    return told === '' || namesNobody(told, read(told))
  })
  return [...phrases, ...clauses].toSorted((one, other) => one.start - other.start)
}

/** Read alone it is no condition, nor anything that asks what is meant by it: “the loyal”, “the parka”. */
function namesNobody(told: string, alone: Interpretation): boolean {
  if (alone.kind !== 'question' || alone.receipt.some(({ as }) => as === 'condition')) return false
  if (alone.options.length === 0) return true
  // Of values that are only spelled nearly so none is named: “long” is no London.
  const words = new Set(told.toLowerCase().match(/\p{L}{3,}/gu))
  return (
    alone.question.startsWith(UNPLACED) &&
    !alone.options.some(({ label }) =>
      label
        .toLowerCase()
        .match(/\p{L}{3,}/gu)
        ?.some((word) => words.has(word)),
    )
  )
}

/** The mark behind it goes with it: “bear with me: …”. */
function withItsMark(text: string, { start, end }: Stretch): Stretch {
  return {
    start,
    end: end + (/^(?:\s*[,:;–—]|\s+and\s+no,)/iu.exec(text.slice(end, end + 10))?.[0].length ?? 0),
  }
}

/** “We already mailed: …”, “I am done with – …” may say what is to become of those behind it. */
const governs = (text: string, { end }: Stretch): boolean =>
  /^\s*(?:[:–—…]|-\s)/u.test(text.slice(end, end + 4))

function isPurpose(said: string, named: Named, read: (text: string) => Interpretation): boolean {
  const told = said.replaceAll(/['’]/gu, '').replace(DOES_SO, ' ')
  if (/^\s*so\b/iu.test(told) || MAY_LIMIT.test(told) || !limitsNobody(told, told, named)) return false
  return told.trim() === '' || namesNobody(told, read(told))
}

type Named = (word: string) => boolean

function isBackground(clause: string, named: Named): boolean {
  const plain = clause.replaceAll(/['’]/gu, '')
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0 || words.length > MOST_WORDS || !SPEAKS_OF_ASKING.test(plain)) return false
  const told = plain.replace(WANTS, ' ').replace(DONE_WITH_THEM, ' ')
  if (OF_SOMEBODY.test(plain)) return false
  return !MAY_LIMIT.test(told) && limitsNobody(plain, plain.replace(SPEAKS_OF_ASKING, ' '), named)
}

/** No amounts, no kinds of people, nothing that the company’s data knows. */
function limitsNobody(plain: string, told: string, named: Named): boolean {
  if (AMOUNT.test(plain) || KINDS_OF_PEOPLE.test(told)) return false
  // “it” is no Italy.
  const words = told.match(/\p{L}{3,}|\p{Lu}{2}/gu) ?? []
  const pairs = words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`)
  return ![...words, ...pairs].some(named)
}

/** The sentences and clauses of a message, without the marks between them. */
function clausesOf(text: string): Stretch[] {
  const ends = [...text.matchAll(BREAK)].map(({ index, 0: mark }) => [index, index + mark.length] as const)
  const clauses: Stretch[] = []
  let from = 0
  for (const [end, next] of [...ends, [text.length, text.length] as const]) {
    const start = from + (/\S/u.exec(text.slice(from, end))?.index ?? end - from)
    const said = text.slice(start, end).replace(/[\s,]+$/u, '')
    if (said !== '') clauses.push({ start, end: start + said.length })
    from = next
  }
  return clauses
}
