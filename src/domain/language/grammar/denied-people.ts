import { phrase } from './phrase.ts'
import type { State } from './sentence-state.ts'

const those = phrase('are|is? not those|people|customers who|that')
const people = phrase('are|is? not people|customers|shoppers|users|clients|contacts|members|folks')

/** Where a denial of people ends that says who they are: “not those who …”, “are not people with 2+ orders”; or -1. */
export function deniedPeople({ reading, at, unit }: State): number {
  const clause = those(reading, at)
  const named = people(reading, at)
  return named >= 0 && unit(reading, named) !== undefined ? Math.max(named, clause) : clause
}
