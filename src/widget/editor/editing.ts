import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CriteriaForms, ShownForm } from '#http/api.ts'
import type { Branch, Path, Plain } from './tree.ts'

type Entity = ShownForm['entity']

/** What is wrong with the criteria, and where. */
export interface Problem {
  readonly path: Path
  readonly message: string
  readonly next: string
  readonly choices: readonly string[]
}

/** What every part of the editor works with. */
export interface Editing {
  readonly forms: CriteriaForms
  readonly problem: Problem | undefined
  /** Puts a value at a path; `undefined` takes away what is there. */
  change(path: Path, value: Plain | undefined): void
  /** Draws criteria inside of a condition, as the tree around it is drawn. */
  drawGroup(node: Branch, path: Path, entity: Entity): ComponentChildren
}

export const EditingContext = createContext<Editing>({
  forms: { conditions: [], shared: {} },
  problem: undefined,
  change: () => {},
  drawGroup: () => null,
})
export const useEditing = (): Editing => useContext(EditingContext)

/** Is it wrong here, or deeper in something that has no place of its own on the page? */
export function concerns(problem: Problem | undefined, path: Path, shown: readonly string[] = []): boolean {
  if (problem === undefined || problem.path.length < path.length) return false
  if (!path.every((part, i) => problem.path[i] === part)) return false
  const next = problem.path[path.length]
  return next === undefined || !shown.includes(String(next))
}

/** Names an element of the page after its place in the criteria. */
export const idOf = (path: Path): string => `at-${path.join('-')}`
