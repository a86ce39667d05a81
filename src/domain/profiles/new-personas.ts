import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { ApplyContext, DescribeContext } from '../changes/define.ts'
import type { Difference } from '../proposals/shown.ts'
import { checkParameters, entityInside, refuseMissingNames, refuseStrangers } from './check-parameters.ts'
import { describeFit, type Fit } from './describe-fit.ts'
import { fitWithin, heldBy } from './fit.ts'
import { parameterLines } from './parameter-words.ts'
import { parametersSchema } from './parameter.ts'
import { type Profile, profileCode, profileGoal, profileName } from './schema.ts'
import { insertProfile } from './store.ts'

/** A persona that is to be made together with others, or with its ICP. */
export const newPersonaSchema = z.strictObject({
  name: profileName,
  code: profileCode,
  goal: profileGoal,
  parameters: parametersSchema,
})
export type NewPersona = z.infer<typeof newPersonaSchema>

/** So many are made in one step at most. */
export const MOST_NEW_PERSONAS = 20

/** A persona that is to be made, described. */
interface Inside extends Pick<Fit, 'words' | 'preview'> {
  readonly name: string
  readonly lines: readonly Difference[]
}

type Home = Pick<Profile, 'entity' | 'parameters'>

/** Each with whom it fits inside its ICP, and its parameters. Throws for what none can be made of. */
export async function describeInside(
  icp: Home,
  personas: readonly NewPersona[],
  ctx: DescribeContext,
  assumptions: readonly string[] = [],
): Promise<readonly Inside[]> {
  const entity = entityInside(icp)
  refuseTwice(personas)
  for (const { parameters } of personas) {
    refuseStrangers(parameters, entity)
    checkParameters(parameters, ctx)
  }
  const each = []
  for (const { name, code, goal, parameters } of personas) {
    const of = { held: heldBy(parameters), assumptions }
    const { words, preview } = await describeFit(fitWithin([icp], parameters), entity, ctx, of)
    const purpose = goal === '' ? '' : ` for “${goal}”`
    each.push({
      name,
      words,
      preview,
      lines: [
        { what: 'persona', before: null, after: `“${name}” (${code})${purpose}, which ${words} there` },
        ...parameterLines(parameters, ctx.words),
      ],
    })
  }
  return each
}

/** Inserts them as drafts; the caller holds the transaction. Answers their ids. */
export const insertInside = (
  icp: Pick<Profile, 'id' | 'entity'>,
  personas: readonly NewPersona[],
  ctx: ApplyContext,
): readonly string[] =>
  personas.map((persona) => {
    const id = ctx.ids.next('per')
    refuseMissingNames(persona.parameters, ctx)
    insertProfile(
      ctx.writer,
      { ...persona, id, kind: 'persona', icpId: icp.id, entity: entityInside(icp), status: 'draft' },
      ctx.by,
    )
    return id
  })

function refuseTwice(personas: readonly NewPersona[]): void {
  for (const key of ['name', 'code'] as const) {
    const all = personas.map((persona) => foldText(persona[key]))
    const twice = personas.find((_, at) => all.indexOf(all[at] ?? '') < at)
    if (twice === undefined) continue
    throw new InputError(`Two of these personas have the ${key} “${twice[key]}”`, {
      next: `Give each a ${key} of its own.`,
      path: ['personas'],
    })
  }
}
