import { type Cell, recordsIn } from './cells.ts'
import { passes } from './nodes.ts'

/** Records by whether each score reaches its threshold. `total` may be more than the cells hold: the rest has no ICP. */
export function cornersOf(
  cells: readonly Cell[],
  {
    minIcp,
    minPersona,
    total,
  }: { readonly minIcp: number; readonly minPersona: number; readonly total: number },
) {
  const right = (thresholds: Parameters<typeof passes>[0]) => recordsIn(cells.filter(passes(thresholds)))
  const both = right({ minIcp, minPersona })
  const icpOnly = right({ minIcp }) - both
  const personaOnly = right({ minPersona }) - both
  return {
    minIcp,
    minPersona,
    total,
    both,
    icpOnly,
    personaOnly,
    neither: total - both - icpOnly - personaOnly,
  }
}
