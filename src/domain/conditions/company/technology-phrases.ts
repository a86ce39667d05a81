import { foldText } from '#kernel/text.ts'
import { linkedList, valuesOf } from '../../language/grammar/linked-list.ts'
import { allOf, doubtful, type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { textValues } from '../shared/columns/text-values.ts'
import { oneOf } from './company-criteria.ts'

const verb = phrase(
  'use|uses|using|used|run|runs|running|adopted|operate|operates',
  'run|runs|running|built|build|based|live|lives|hosted|are|is on|with',
  'on|with|have|has|having',
  'works|work|working with',
  'powered by',
  'have|has|with in their|the tech? stack',
  'tech stack includes|contains|has|is|with|of|:|including|containing|include?',
  'whose|where the? tech? stack includes|contains|has|is',
  'with the? technology|technologies|tool|tools|software|platform?',
  'the technology|technologies',
  'on top of',
  'tech|technology|technologies|tools|tool|platform :|=',
  'rely|relies|relying on',
  'with|have|has? a|the|their? tech? stack that|which? includes|including|contains|containing',
  'who|that use|run',
  'stack|tools|tooling :|includes|has?',
)
const away = phrase('without|no|not|lacking', 'other than')
const also = phrase('also|already|currently|still|both|either|all')
const anyOf = phrase('at least one|1 of|from? :?', 'one|1 or more of|from? :?', 'any|one|either of :?')
const behind = phrase(
  'in|on their|the? tech? stack',
  'as their? ecommerce|data? platform|warehouse|crm',
  'users|user|shops|shop|customers|stack|usage|setup|installation|deployment|instance|account|subscription|licence|license',
  'set - up',
  'set up',
  'both|all|each? required|needed|mandatory|must',
  'are|is? both|all? required|needed|mandatory|a must?',
)

/** What says once more that one of them is enough. */
const eitherWill = phrase(
  ',|- either|any|one one|of them? is? ok|okay|fine|enough|works|will|sufficient|good do?',
  '( either|any|one one|of them? is? ok|okay|fine|enough|works|will|sufficient|good do? )',
)
const uses = phrase('use|uses|using|run|runs|running')

const wordOf = ({ tokens }: Reading, at: number): Found<string[]> | undefined => {
  const token = tokens[at]
  return token?.kind === 'word' && token.word.length > 3 ? { value: [token.text], end: at + 1 } : undefined
}

/** A name in capitals, or the beginning of some, that no company of the data is known to use. */
const unknown: Parser<Meaning> = (reading, at) => {
  const verb = uses(reading, polarity(reading, at).end)
  const name = verb < 0 ? undefined : (textValues(reading, verb) ?? wordOf(reading, verb))
  const [only, more] = name?.value ?? []
  if (name === undefined || only === undefined || more !== undefined) return undefined
  const near = reading.situation.vocabulary.find(only, { field: 'company.technology', limit: 3 })
  const begun = near.some(({ label }) => foldText(label).startsWith(`${foldText(only)} `))
  if (!begun && !/^[\p{Lu}\p{N}]/u.test(only)) return undefined
  const says = `No company of the data is known to use “${only}”.`
  const doubt = question(
    at,
    name.end,
    says,
    near.map(({ label }) => [label, `using ${label}`]),
  )
  return { value: doubtful(doubt), end: name.end }
}

/** `using Snowflake and dbt`, `on Shopify Plus`, `HubSpot users`, `not running Databricks`. */
const known: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const without = away(reading, polar)
  const start = skip(reading, without >= 0 ? without : polar, also)
  const said = verb(reading, start)
  const from = skip(reading, said >= 0 ? said : start, also)
  const any = anyOf(reading, from)
  const list = linkedList(reading, Math.max(any, from), 'company.technology')
  if (list === undefined) return undefined
  const values = valuesOf(list.value)
  const opposite = negative !== without >= 0
  // "Don't use A and B" leaves out whoever uses one of them.
  const criteria =
    list.value.joint === 'and' && any < 0 && !opposite
      ? allOf(values.map((value) => oneOf('tech_stack', [value])))
      : oneOf('tech_stack', values)
  const nominal = said < 0 && without < 0 && polar === at
  const either = list.value.joint === 'or' ? skip(reading, list.end, eitherWill) : list.end
  const found = meaning(opposite ? negated(criteria) : criteria)
  return { value: nominal ? { ...found, nominal: true } : found, end: skip(reading, either, behind) }
}

export const technologyPhrases: readonly Parser<Meaning>[] = [known, unknown]
