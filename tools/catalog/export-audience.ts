import { z } from 'zod'
import { formatId } from '#domain/exports/formats/index.ts'
import { exportChange } from '#domain/exports/requested.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const exportAudience = defineTool({
  name: 'export_audience',
  title: 'Propose to export customers',
  description:
    'Proposes to write an audience or segment to a file. Rows go to signed-in people, never to a model.',
  input: z.strictObject({
    audience_id: z.string().describe('Id or name of an audience or segment'),
    format: formatId.optional().describe('Default: standard_csv, for analysis'),
    less: z
      .array(z.string())
      .max(20)
      .optional()
      .describe('Segments to suppress when a segment goes to a channel'),
    rest_days: z
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe('Suppress whoever was exported there in so many days'),
    contact_columns: z.boolean().optional().describe('standard_csv with e-mail, phone and names'),
    columns: z.array(z.string()).max(30).optional().describe('standard_csv: these columns alone'),
    sha256: z.boolean().optional().describe('Hashed values, for google_ads and meta'),
    keep_formulas: z.boolean().optional().describe('For machines: cells like =A1 stay as they are'),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ audience_id, format = 'standard_csv', less = [], rest_days, ...chosen }, ctx) {
    const options = {
      contact: chosen.contact_columns ?? false,
      hashed: chosen.sha256 ?? false,
      formulas: chosen.keep_formulas ?? false,
      ...(chosen.columns === undefined ? {} : { columns: chosen.columns }),
    }
    const change = exportChange(ctx, { of: audience_id, format, options, less, restDays: rest_days })
    return proposalAnswer(await ctx.draft.proposal(change, { actor: ctx.actor, signal: ctx.signal }))
  },
})
