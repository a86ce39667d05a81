import { z } from 'zod'
import { formatId } from '#domain/exports/formats/index.ts'
import { optionsFor } from '#domain/exports/options.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const exportAudience = defineTool({
  name: 'export_audience',
  title: 'Propose to export customers',
  description:
    'Drafts a proposal to write the customers of a segment to a file: rows go to people who are signed in, never to a model. Nothing changes until a human confirms it.',
  input: z.strictObject({
    audience_id: z.string().describe('Id or name of a segment'),
    format: formatId.optional().describe('Default: standard_csv, for analysis'),
    contact_columns: z.boolean().optional().describe('E-mail, phone and names too; only when asked for'),
    keep_formulas: z.boolean().optional().describe('For machines: cells like =A1 stay as they are'),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler(input, { segments, draft, actor, signal }) {
    const { format = 'standard_csv', contact_columns: contact, keep_formulas: formulas } = input
    const { id } = segments.get(input.audience_id)
    const change = {
      kind: 'export',
      subject: { kind: 'segment', id },
      format,
      options: optionsFor(format, { contact: contact ?? false, formulas: formulas ?? false }),
    } as const
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
