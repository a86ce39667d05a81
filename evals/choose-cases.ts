import { InputError } from '#kernel/errors.ts'
import type { EvalCase } from './suites/define.ts'

type Named = Pick<EvalCase, 'id' | 'family'>

/** The cases of the families and ids that were named, or all. Throws InputError for names that no case has. */
export function chooseCases<C extends Named>(
  cases: readonly C[],
  { family, case: ids }: { readonly family: readonly string[]; readonly case: readonly string[] },
): readonly C[] {
  check('family', family, new Set(cases.map((each) => each.family)))
  check('case', ids, new Set(cases.map(({ id }) => id)))
  return cases.filter(
    (each) =>
      (family.length === 0 || family.includes(each.family)) && (ids.length === 0 || ids.includes(each.id)),
  )
}

function check(what: string, asked: readonly string[], known: ReadonlySet<string>): void {
  const unknown = asked.find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new InputError(`There is no ${what} ${unknown}`, {
    next: `Name a ${what} of evals/cases.`,
    choices: [...known].toSorted(),
  })
}
