import { phrase } from '../../language/grammar/phrase.ts'

/** Words that say that nothing else was bought: behind the verb, before it, behind the products. */
export const onlyWord = phrase(
  'only|exclusively|solely|just',
  'only|exclusively|nothing but',
  'nothing but|except',
  'only ever',
  'nothing other than',
)
export const onlyBefore = phrase(
  'only|exclusively|solely',
  'only ever',
  'have|has only ever?',
  'only have|has',
)
export const onlyBehind = phrase(
  'only|exclusively|solely',
  ',? and|but? nothing else',
  ',? and|but|with? no|not|never any? other|others brand|brands|category|categories|product|products|one|ones|thing|things',
  ',? and|but? none|nothing other|besides',
)
