import type { z } from 'zod'
import { joinWords } from '#kernel/text.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** What is really wrong: where, and what would do. */
export interface Finding {
  readonly path: Path
  readonly message: string
  readonly choices: readonly string[]
}

/**
 * The problem behind an issue. A union fails with one list of issues a branch; the branch that was meant is the
 * one whose keys and tag fit best, and only what is wrong with that one helps anybody.
 */
export function findingOf(issue: Issue, above: Path = []): Finding {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') {
    const tags = tagsOf(issue)
    if (tags !== undefined)
      return { path, message: `expected one of ${joinWords(tags, 'or')}`, choices: tags }
    const [meant] = issue.errors.toSorted((a, b) => misfit(a) - misfit(b))
    const [first] = meant ?? []
    return first === undefined || isWrongKind(first)
      ? { path, message: `expected ${joinWords(expectedOf(issue), 'or')}`, choices: [] }
      : findingOf(first, path)
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String)
    // A schema's own message says more than the list.
    const own = issue.message.startsWith('Invalid option') ? undefined : issue.message
    return { path, message: own ?? `expected one of ${joinWords(choices, 'or')}`, choices }
  }
  return { path, message: issue.message, choices: [] }
}

/** How far a branch's keys and tag are from what was given. */
function misfit(issues: readonly Issue[]): number {
  let points = 0
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) points += 1
    if (issue.code === 'invalid_type' && issue.path.length <= 1) points += 1
    if (tagsOf(issue) !== undefined && issue.path.length <= 1) points += 2
  }
  return points
}

/** The tags that there are, where a tagged union was given none of them. */
const tagsOf = (issue: Issue): string[] | undefined =>
  issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
    ? issue.options.map(String)
    : undefined

/** Is the whole value of a kind that no branch takes? */
const isWrongKind = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' &&
      tagsOf(issue) === undefined &&
      issue.errors.every((branch) => branch.every(isWrongKind))))

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  tuple: '[low, high]',
  array: 'a list',
  object: 'an object',
}

/** Everything that would have been a value of some branch. */
const expectedOf = (issue: Issue): string[] => {
  if (issue.code === 'invalid_type') return [TYPE_WORDS[issue.expected] ?? issue.expected]
  if (issue.code !== 'invalid_union') return []
  return [...new Set(issue.errors.flatMap((branch) => branch.flatMap(expectedOf)))]
}
