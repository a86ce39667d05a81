import { foldText } from '#kernel/text.ts'
import { stem } from '../../language/linking/stem.ts'
import type { ValueInfo } from '../../vocabulary/vocabulary.ts'

const known = new WeakMap<readonly ValueInfo[], ReadonlySet<string>>()

/** The words of all topics, stemmed; kept as long as the vocabulary keeps the topics. */
export function wordsOfTopics(topics: readonly ValueInfo[]): ReadonlySet<string> {
  let words = known.get(topics)
  if (words === undefined) {
    words = new Set(topics.flatMap(({ value }) => foldText(value).split(/[^\p{L}\p{N}]+/u)).map(stem))
    known.set(topics, words)
  }
  return words
}
