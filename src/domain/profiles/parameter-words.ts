import { canonicalJson } from '#kernel/hash.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Difference } from '../proposals/shown.ts'
import type { Parameter, ProfileParameters } from './parameter.ts'

type Words = (criteria: Criteria) => string

/** `must: are in the industry SaaS`, `never: …`, `weight 3: …; 50 % of it: …` */
export function parameterWords(parameter: Parameter, words: Words): string {
  const own = words(parameter.criteria)
  switch (parameter.mode) {
    case 'filter':
      return `must: ${own}`
    case 'exclude':
      return `never: ${own}`
    case 'score': {
      const grades = (parameter.grades ?? []).map(
        ({ criteria, credit }) => `; ${credit} % of it: ${words(criteria)}`,
      )
      return `weight ${parameter.weight.toLocaleString('en-US')}: ${own}${grades.join('')}`
    }
  }
}

/** The parameters of something new, one a line. */
export const parameterLines = (parameters: ProfileParameters, words: Words): readonly Difference[] =>
  parameters.map((parameter) => ({
    what: 'parameter',
    before: null,
    after: parameterWords(parameter, words),
  }))

/** What would be different in the parameters: those of the same criteria stand beside each other. */
export function parameterChanges(
  before: ProfileParameters,
  after: ProfileParameters,
  words: Words,
): readonly Difference[] {
  const left = [...before]
  const kept = after.flatMap((parameter): readonly Difference[] => {
    const same = left.filter((one) => canonicalJson(one.criteria) === canonicalJson(parameter.criteria))
    const earlier = same.find(({ mode }) => mode === parameter.mode) ?? same[0]
    if (earlier !== undefined) left.splice(left.indexOf(earlier), 1)
    const now = parameterWords(parameter, words)
    if (earlier === undefined) return [{ what: 'parameter', before: null, after: now }]
    return canonicalJson(earlier) === canonicalJson(parameter)
      ? []
      : [{ what: 'parameter', before: parameterWords(earlier, words), after: now }]
  })
  return [
    ...kept,
    ...left.map((parameter) => ({
      what: 'parameter',
      before: parameterWords(parameter, words),
      after: null,
    })),
  ]
}
