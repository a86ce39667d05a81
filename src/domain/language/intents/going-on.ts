import { blank, type Stretch, stretchOf } from './stretches.ts'

/** "ok then do it by …", "fine, …", "ok skip that. …": what goes on from an answer. */
const OPENS =
  /^\s*(?:(?:ok|okay|fine|alright|right|hm+|ah|oh|well|no worries|no problem|fair enough|got it|too bad|pity|never ?mind(?: that)?|skip (?:it|that))(?:\s*[,.:;!-]+\s*|\s+(?=(?:then|so|skip|never)\b)))+(?:(?:then|so)[\s,:]+)?(?:do it by\s+)?/iu
/** "… then": at the end it says that nothing came after. */
const ENDS = /(?<!\b(?:before|after|since|until|till|by|from|back|and|but))[\s,]+then(?=\s*[.!?]*\s*$)/iu

/** Of a message that stands by itself: what only goes on from what was said before. */
export function goingOnIn(text: string): Stretch[] {
  const found = [OPENS, ENDS].flatMap((words) => {
    const match = words.exec(text)
    return match === null ? [] : [stretchOf(match)]
  })
  return /[\p{L}\p{N}]{3,}/u.test(blank(text, found)) ? found : []
}
