import { z } from 'zod'
import { countOfEntity } from '#domain/entities/entity.ts'
import { suggestionSchema, suggestionsSchema } from '#domain/profiles/suggestions/shown.ts'
import { fence } from '#kernel/untrusted.ts'
import {
  APPLIED,
  basisLines,
  heldUpWords,
  nothingFound,
  performanceWords,
  previewed,
  previewedParameters,
  thinLines,
} from '../answers/suggestions.ts'
import { defineTool } from '../define.ts'

export const suggestProfile = defineTool({
  name: 'suggest_profile',
  title: 'Improve a profile',
  description: 'Suggests from outcomes how a profile gets better, for update_profile.',
  input: z.strictObject({ profile_id: z.string(), outcome: z.string().optional() }),
  output: suggestionsSchema.extend({
    suggestions: z.array(suggestionSchema.extend({ parameters: previewedParameters })),
  }),
  effect: 'read',
  async handler({ profile_id, outcome }, ctx) {
    const { suggestions: found } = ctx
    const { profile, suggestions, basis, thin } = await found.forProfile(profile_id, {
      outcome,
      signal: ctx.signal,
    })
    const shown = []
    for (const one of suggestions) shown.push({ ...one, parameters: await previewed(one.parameters, ctx) })
    const { entity, id } = profile
    const lines = shown.flatMap(({ says, before, after, heldUp, backTest, records, parameters }, at) => [
      `${at + 1}. ${fence(says, 600)} ${heldUpWords(heldUp)}`,
      `   ${before === null ? 'add' : fence(before, 300)} → ${after === null ? 'leave it out' : fence(after, 300)}`,
      `   Later records: ${performanceWords(backTest.before)} → ${performanceWords(backTest.after)}. Live it has ${countOfEntity(records.before, entity)}, then ${countOfEntity(records.after, entity)}.`,
      `${APPLIED}${JSON.stringify(parameters)}`,
    ])
    return {
      content: [
        `${fence(profile.name)} (${id})`,
        ...(thin === null ? basisLines(basis) : thinLines(thin)),
        ...lines,
        ...(thin === null && shown.length === 0 ? [nothingFound(entity)] : []),
      ].join('\n'),
      details: { basis, thin, suggestions: shown },
    }
  },
})
