/** A stretch of the message that is no part of the criteria, by character offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const INSTRUCTIONS =
  /(?:<!--[\s\S]*?(?:-->|$)|<\/?(?:system|assistant|instructions?|prompt|tool)\b[^>]*>|\b(?:system|assistant|admin|developer)\s*:[^\n]*|\b(?:please\s+)?(?:ignore|disregard|forget|override|bypass)\b[^.!?\n;"]*\b(?:instructions?|rules?|prompts?|guidelines|constraints|safety|restrictions|confirmation)\b[^.!?\n;"]*|\b(?:and\s+)?(?:create|save|make|do|run)\s+(?:it|this|that|the segment|them)\s+without\s+(?:asking|confirm\w*|my\b)[^.!?\n;]*|,?\s*\b(?:and\s+)?(?:without (?:asking|confirm\w*|(?:any |my )?(?:confirmation|approval))(?: me| us| anyone)?|(?:don'?t|do not) ask(?: me| us)?(?: for (?:confirmation|approval))?(?: first)?|(?:skip|no need for) (?:the |any )?(?:confirmation|approval)|auto-?confirm)\b|\b(?:the |my |our |your )?(?:admin|boss|manager|owner|team|legal|director|c[emt]o)\s+(?:has\s+|have\s+)?(?:already\s+)?(?:approved|confirmed|signed off(?: on)?|ok['’]?ed|okayed|authori[sz]ed|agreed to)\s+(?:it|this|that|everything|them|all)\b(?:\s*,?\s*so\b)?(?:\s+(?:just|simply)\b)?|,?\s*\bwithout (?:the |a |any |that |your )?(?:pop-?ups?|dialogs?|cards?|prompts?|previews?|questions|buttons?|clicks?)\b|\b(?:you are now|act as|pretend (?:to be|you)|system prompt|system\s*:|developer mode)\b[^.!?\n]*)/giu

/** Words of orders about confirming and saving. None of them can be a part of whom somebody looks for. */
const ORDER =
  "(?:you(?:['’]ve| have)?|have|my|your|our|the|a|any|all|permission|approval|approve[ds]?|blessing|ok|okay|to|skip|confirm(?:ation|ed|s|ing)?|confirmations|step|steps|just|save|store|export|and|or|it|this|that|them|create|right|away|now|immediately|directly|straight|go|ahead|do|don['’]?t|without|asking|ask|me|us|preview|previews|for|so|please|bother|with|wait|waiting|i|we|already|in|advance|am|admin|yourself|need|no|everything|segment|automatically|auto|first|again|is|not|needed|required|necessary|then|on|behalf|consent|give|given|hereby|authori[sz]e[d]?|because)"
/** At least one of these, or the words are no such order. */
const ABOUT_CONFIRMING =
  /\b(?:permission|approv\w*|confirm\w*|blessing|authori[sz]e\w*|preview|ask|asking|go ahead|(?:save|export|create|do) (?:it|this|that|them|everything))\b/iu
const ORDERS = new RegExp(
  String.raw`(?<=[.!?;,–—\n-]\s*|\band\s+)${ORDER}(?:[ ,]+${ORDER}){2,}(?=\s*(?:[.!?;\n]|$))`,
  'giu',
)

/** Sentences that give orders to the program. They change nothing, and the rest is read normally. */
export function instructionsIn(text: string): Stretch[] {
  const orders = [...text.matchAll(ORDERS)].filter(([words]) => ABOUT_CONFIRMING.test(words))
  const all = [...text.matchAll(INSTRUCTIONS), ...orders]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  return all.filter(({ start }, i) => !all.slice(0, i).some(({ end }) => end > start))
}

/** The text with stretches blanked out, so that all other offsets stay as they are. */
export function blank(text: string, stretches: readonly Stretch[]): string {
  return stretches.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
}
