import { foldText } from '#kernel/text.ts'
import type { Trait } from './behaviours/define.ts'
import type { TraitContrast } from './grouping/contrast.ts'

const MOST_ADJECTIVES = 2
const LONGEST_ADJECTIVE = 30

/**
 * A plain name of what sets a group apart most: `Late-night mobile buyers`. One adjective for each behaviour; a further
 * one, then a number, where the name is taken.
 */
export function groupName(
  contrasts: readonly TraitContrast[],
  traits: readonly Trait[],
  taken: ReadonlySet<string>,
): string {
  const behaviours = new Set<string>()
  const adjectives = contrasts.flatMap(({ trait, deviations }) => {
    const known = traits[trait]
    const adjective = (deviations > 0 ? known?.more : known?.less)?.adjective
    if (known === undefined || adjective === undefined || behaviours.has(known.behaviour)) return []
    behaviours.add(known.behaviour)
    return [adjective.slice(0, LONGEST_ADJECTIVE)]
  })
  for (let most = MOST_ADJECTIVES; most <= Math.min(adjectives.length, MOST_ADJECTIVES + 2); most++) {
    const name = capital(`${adjectives.slice(0, most).join(' ')} buyers`)
    if (!taken.has(foldText(name))) return name
  }
  const plain = capital([...adjectives.slice(0, MOST_ADJECTIVES), 'buyers'].join(' '))
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? plain : `${plain} ${nth}`
    if (!taken.has(foldText(name))) return name
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
