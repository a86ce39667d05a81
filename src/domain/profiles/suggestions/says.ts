import { countOf, percentOf } from '#kernel/text.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { countOfEntity, type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import type { Parameter } from '../parameter.ts'
import type { Finding } from './search.ts'
import type { Evidence } from './shown.ts'

type Words = (criteria: Criteria) => string

/** What a finding says, as a full sentence with its figures. */
export function saysOf(finding: Finding, entity: Entity, words: Words): string {
  const { before, after, evidence } = finding
  const { subject, many } = ENTITY_WORDS[entity]
  const said = (parameter: Parameter | null) => (parameter === null ? '' : `“${words(parameter.criteria)}”`)
  switch (finding.kind) {
    case 'lift':
      return `${subject} ${after === null ? '' : words(after.criteria)} turned out ${liftWords(evidence, after)}.`
    case 'unknown':
      return `The filter ${said(before)} throws away ${countOf(evidence.table.withGood, 'good record')} because the value is unknown. Such ${many} turn out well ${timesWords(evidence)} as those that are known to fail it.`
    case 'band':
      return `${said(after)} tells more than ${said(before)}: within the same present band, such ${many} turn out well ${timesWords(evidence)} as the others.`
    case 'weight':
      return after?.mode === 'score' && before?.mode === 'score'
        ? `${said(before)} tells ${after.weight > before.weight ? 'more' : 'less'} than its weight of ${number(before.weight)} says, beside all else that is scored: ${number(after.weight)} would be right.`
        : `${said(before)} tells nothing good beside all else that is scored, and still has a weight.`
    case 'idle':
      return `${said(before)} makes no difference to speak of: ${sharesWords(evidence)}.`
  }
}

/** `well 2.1 times as often (1.6 to 2.8): 71 % of 120, 34 % of the other 410` */
function liftWords(evidence: Evidence, after: Parameter | null): string {
  // What should be excluded is told as it is.
  const turned = evidence.lift < 1 && after?.mode === 'score' ? inverse(evidence) : evidence
  return `well ${timesWords(turned)}: ${sharesWords(turned)}`
}

/** The same comparison from the other side. */
const inverse = (evidence: Evidence): Evidence => {
  const { table, lift, low, high } = evidence
  return {
    ...evidence,
    table: {
      withGood: table.withoutGood,
      withBad: table.withoutBad,
      withoutGood: table.withGood,
      withoutBad: table.withBad,
    },
    lift: 1 / lift,
    low: 1 / high,
    high: 1 / low,
  }
}

/** `2.1 times as often (1.6 to 2.8)` */
const timesWords = ({ lift, low, high }: Evidence): string =>
  `${digits(lift)} times as often (${digits(low)} to ${digits(high)})`

function sharesWords({ table: { withGood, withBad, withoutGood, withoutBad } }: Evidence): string {
  const [having, lacking] = [withGood + withBad, withoutGood + withoutBad]
  return `${percentOf(withGood, having)} of ${number(having)} with it, ${percentOf(withoutGood, lacking)} of ${number(lacking)} without`
}

const digits = (value: number): string =>
  value >= 10
    ? number(Math.round(value))
    : value.toLocaleString('en-US', { maximumFractionDigits: value < 1 ? 2 : 1 })
const number = (value: number): string => value.toLocaleString('en-US')

/** How much there is to learn from, and how much is missing. */
export function thinWords(
  missing: { readonly good: number; readonly bad: number },
  present: { readonly good: number; readonly bad: number },
  outcome: { readonly title: string; readonly good: string; readonly bad: string },
  entity: Entity,
): string {
  const needed = [
    ...(missing.good === 0 ? [] : [`${number(missing.good)} more (${outcome.good})`]),
    ...(missing.bad === 0 ? [] : [`${number(missing.bad)} more (${outcome.bad})`]),
  ]
  const all = countOfEntity(present.good + present.bad, entity)
  const alike = present.good === 0 || present.bad === 0
  return [
    `The data is too thin to learn from “${outcome.title}”: it is known of ${all} (${outcome.good}: ${number(present.good)}, ${outcome.bad}: ${number(present.bad)}).`,
    ...(alike && present.good + present.bad > 0
      ? ['Where all turned out alike, nothing tells them apart.']
      : []),
    `Needed: ${needed.join(' and ')}.`,
  ].join(' ')
}
