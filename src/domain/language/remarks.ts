import type { Stretch } from './intents/stretches.ts'

/** Where a remark may begin and end. */
const BEGINS = String.raw`(?<=(?:^|[.!?;:,\n–—…(]|\s-+)\s*)`
const ENDS = String.raw`(?=\s*(?:$|[.!?;:,\n–—…)]|\s-+\s))`
const BEFORE = String.raw`(?:(?:so|ok|okay|oh|ah|well|right|and|but|just|please|pls|sorry|yes|no)[\s,]+){0,2}`

/** What people say around a request. Each is made of words that can limit nobody. */
const REMARKS: readonly RegExp[] = [
  // “bear with me”, “this is a weird one”, “here goes”
  String.raw`(?:bear with (?:me|us)|hear me out|humou?r me|here (?:goes|we go)|(?:this (?:is|may be|might be)|it['’]?s|thats|that['’]s)\s+(?:a|an)\s+(?:bit of a\s+|rather\s+|really\s+|very\s+)?(?:weird|odd|strange|tricky|funny|tough|hard|long|big|quick|silly|niche|fiddly)\s+(?:one|ask|request|question)|(?:a\s+)?bit of a (?:weird|odd|strange|tricky|funny|long|silly|niche) (?:one|ask|request|question))(?:\s+(?:here|for a (?:sec|second|minute|moment)|please|today))?`,
  // “I do hope this isn't too much trouble”
  String.raw`(?:i|we)\s+(?:do\s+|really\s+)?hope\s+(?:this|it|that)(?:\s+is\s+not|\s+isn['’]?t|['’]s\s+not)\s+(?:too\s+much\s+(?:trouble|to\s+ask|work|hassle)|a\s+(?:problem|bother|hassle))`,
  // “lost track ages ago”, “new here”
  String.raw`(?:(?:i|we|i['’]ve|we['’]ve)\s+)?lost (?:track|count|the overview)(?:\s+(?:of (?:it|them|it all)|ages ago|long ago|a while ago|completely|here))?`,
  String.raw`(?:(?:i['’]?m|we['’]?re|i am|we are)\s+)?(?:still\s+)?(?:new (?:here|to (?:this|this tool))|(?:my\s+)?first (?:time|day|week) here)`,
  // “I'm not changing it again”, “no, I'm not kidding”
  String.raw`(?:i['’]?m|i am|we['’]?re|we are)\s+not\s+(?:going\s+to\s+)?(?:chang(?:e|ing)|touch(?:ing)?|argu(?:e|ing)|discuss(?:ing)?|debat(?:e|ing)|explain(?:ing)?|kidding|joking)(?:\s+(?:it|this|that|about (?:it|this|that)))?(?:\s+(?:again|any ?more|today|now|twice|further))?`,
  // “doesn't matter which kind”
  String.raw`(?:(?:it|that)\s+)?(?:does\s+not|doesn['’]?t|do\s+not|don['’]?t)\s+(?:really\s+)?matter\s+(?:which|what)\s+(?:one|kind|sort|type|flavou?r|size|colou?r|version|variant)s?`,
  String.raw`(?:i|we)\s+(?:do\s+not|don['’]?t)\s+(?:care|mind)\s+(?:which|what)\s+(?:one|kind|sort|type|flavou?r|size|colou?r|version|variant)s?`,
  // “if such creatures exist”
  String.raw`if\s+(?:such\s+(?:creatures|people|unicorns|a\s+(?:thing|unicorn))\s+(?:even\s+)?exists?|(?:they|any)\s+(?:even\s+)?exist|there\s+(?:are|is)\s+any(?:\s+at\s+all)?)`,
].map((words) => new RegExp(`${BEGINS}${BEFORE}(?:${words})${ENDS}`, 'giu'))

/** What a list is for, apart from the sentence: “…, for the cake gif”, “… - for our birthday cards”. */
const FOR =
  /(?<=(?:^|[.!?;:,\n–—…(]|\s-+)\s*)for\s+(?:the|our|my|a|an|this|some)\s+(?:[\p{L}'’-]+\s+){0,3}?(?:gifs?|gifts?|gift\s+box(?:es)?|cards?|mailers?|stickers?|banners?|posters?|flyers?|leaflets?|lookbooks?|teasers?|treats?|surprises?|freebies|shout-?outs?|pop-?ups?)(?=\s*(?:$|[.!?;:,\n–—…)]|\s-+\s))/giu

/** “so I can get the cards printed”: up to the next mark or joining word, behind which more may be asked. */
const SO_THAT =
  /(?<=[\p{L}\p{N}%][\s,]+)so\s+(?:that\s+)?(?:i|we|(?:my|our|the)\s+(?:boss|manager|client|team|agency|printer|designer|intern|colleagues?))\s+(?:can|could|may|might)\s+(?:(?!(?:and|or|but|who|that|which|with|only|except)\b)[\p{L}'’-]+\s*){1,10}?(?=\s*(?:$|[.!?;:,\n–—…)]|\s-+\s|\s(?:and|or|but|who|that|which|with|only|except)\b))/giu

const found = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map(({ index, 0: said }) => ({
    start: index,
    end: index + said.trimEnd().length,
  }))

/** Remarks of a closed list, which speak of nobody that is asked for. */
export const remarksIn = (text: string): Stretch[] => REMARKS.flatMap((remark) => found(text, remark))

/** What a message says it is for. What it names may limit whom is asked for: that is for the caller to test. */
export const purposesIn = (text: string): Stretch[] => [...found(text, FOR), ...found(text, SO_THAT)]
