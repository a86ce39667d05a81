import { once } from '#kernel/once.ts'
import type { DictionaryField } from '../vocabulary/dictionary.ts'
import type { ValueInfo, ValueMatch, Vocabulary } from '../vocabulary/vocabulary.ts'
import type { NamedProfile, Situation } from './situation.ts'

/**
 * The same situation, of which each thing is looked up once: a message is read against one state of the data, and what
 * it can name is asked for at every word of it.
 */
export const atOneMoment = (situation: Situation): Situation => {
  const { vocabulary, profilesNamed, allProfiles } = situation
  let all: readonly NamedProfile[] | undefined
  return {
    ...situation,
    vocabulary: lookedUpOnce(vocabulary),
    ...(profilesNamed === undefined ? {} : { profilesNamed: once(profilesNamed) }),
    ...(allProfiles === undefined ? {} : { allProfiles: () => (all ??= allProfiles()) }),
  }
}

function lookedUpOnce(vocabulary: Vocabulary): Vocabulary {
  const found = new Map<string, readonly ValueMatch[]>()
  return {
    ...vocabulary,
    values: once((field: DictionaryField): readonly ValueInfo[] => vocabulary.values(field)),
    filled: once((field: string): number => vocabulary.filled(field)),
    find(text, options = {}) {
      const key = `${options.field ?? ''} ${options.limit ?? ''} ${text}`
      const matches = found.get(key) ?? vocabulary.find(text, options)
      found.set(key, matches)
      return matches
    },
  }
}
