import { z } from 'zod'
import { countOfEntity, type Entity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import type { ProfileParameters } from '#domain/profiles/parameter.ts'
import type { Basis, Performance, Thin } from '#domain/profiles/suggestions/shown.ts'
import { percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import type { ToolContext } from '../define.ts'

/** A parameter as build_icp and update_profile take it. */
const previewedParameter = z.object({
  preview_id: z.string(),
  mode: z.enum(['filter', 'exclude', 'score']),
  weight: z.int().optional(),
  grades: z.array(z.object({ preview_id: z.string(), credit: z.int() })).optional(),
})
export const previewedParameters = z.array(previewedParameter)
type Previewed = z.infer<typeof previewedParameter>

/** Counts each parameter, so that exactly what was counted can be proposed. */
export async function previewed(
  parameters: ProfileParameters,
  { previews, actor, signal }: Pick<ToolContext, 'previews' | 'actor' | 'signal'>,
): Promise<Previewed[]> {
  const counted: Previewed[] = []
  for (const parameter of parameters) {
    const { criteria, mode } = parameter
    const { id } = await previews.count(criteria, { actor, signal, handedOn: true })
    if (mode !== 'score') {
      counted.push({ preview_id: id, mode })
      continue
    }
    const grades = []
    for (const grade of parameter.grades ?? []) {
      const near = await previews.count(grade.criteria, { actor, signal, handedOn: true })
      grades.push({ preview_id: near.id, credit: grade.credit })
    }
    counted.push({
      preview_id: id,
      mode,
      weight: parameter.weight,
      ...(grades.length > 0 && { grades }),
    })
  }
  return counted
}

/** How a line begins that says what to hand on to another tool. */
export const APPLIED = '   parameters: '

/** What was learnt from, and what has to be known of it. */
export const basisLines = ({ outcome, entity, good, bad, later, tried, notes }: Basis): readonly string[] => [
  `From “${outcome.title}”: ${countOfEntity(good + bad, entity)}, ${good.toLocaleString('en-US')} ${outcome.good} and ${bad.toLocaleString('en-US')} ${outcome.bad}, of whom ${later.toLocaleString('en-US')} were held back for the test. ${tried.toLocaleString('en-US')} things were tried.`,
  ...notes.map((note) => fence(note, 500)),
]

export const thinLines = ({ says, next }: Thin): readonly string[] => [says, next]

/** `precision 61 %, recall 40 %` */
export const performanceWords = ({ precision, recall }: Performance): string =>
  `precision ${shareWords(precision)}, recall ${shareWords(recall)}`

const shareWords = (share: number | null): string => (share === null ? '–' : percentOf(share, 1))

export const heldUpWords = (heldUp: boolean): string =>
  heldUp ? 'Later records say the same.' : 'Later records do NOT say the same: no reason to apply it.'

export const nothingFound = (entity: Entity): string =>
  `Nothing was found by which ${ENTITY_WORDS[entity].many} that turned out well differ clearly and steadily from the others.`
