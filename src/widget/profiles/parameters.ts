import type { ParameterView } from '#http/api.ts'
import { type Branch, cleaned, groupIn, isBranch, isList, type Plain, rooted } from '../editor/tree.ts'

/** A parameter that somebody begins: nothing is asked yet. */
export const newParameter = (mode: ParameterView['mode']): Branch =>
  mode === 'score' ? { mode, criteria: { all: [] }, weight: 1 } : { mode, criteria: { all: [] } }

/** The parameters of a profile as the editor holds them: every tree is a group, so that there is a place to add. */
export const parametersOf = (shown: Plain): Plain =>
  (isList(shown) ? shown : []).filter(isBranch).map(({ mode, criteria, weight, grades }) => ({
    mode: mode ?? 'filter',
    criteria: rooted(criteria ?? { all: [] }),
    ...(mode === 'score' ? { weight: weight ?? 1 } : {}),
    ...(isList(grades) && grades.length > 0
      ? {
          grades: grades.filter(isBranch).map((grade) => ({
            credit: grade['credit'] ?? 50,
            criteria: rooted(grade['criteria'] ?? { all: [] }),
          })),
        }
      : {}),
  }))

export const parametersIn = ({ parameters }: Branch): readonly Branch[] =>
  isList(parameters) ? parameters.filter(isBranch) : []

/** In another mode, with the same criteria. */
export function inMode(parameter: Branch, mode: string): Branch {
  const { mode: _mode, weight, grades, ...rest } = parameter
  return mode === 'score'
    ? { mode, ...rest, weight: weight ?? 1, ...(grades === undefined ? {} : { grades }) }
    : { mode, ...rest }
}

/** What is sent. */
export const parametersToSend = (parameters: readonly Branch[]): Plain =>
  cleaned(
    parameters.map((parameter) => {
      const { grades, ...rest } = parameter
      return isList(grades) && grades.length > 0 ? parameter : rest
    }),
  )

/** Is there a parameter without any criteria yet? Nothing can be counted before there are some. */
export const isUnfinished = (parameters: readonly Branch[]): boolean =>
  parameters.length === 0 ||
  parameters.some(({ criteria }) => !isBranch(criteria) || groupIn(criteria)?.branches.length === 0)
