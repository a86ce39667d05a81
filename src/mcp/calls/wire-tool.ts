import type { Tool } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { AnyTool } from '#tools/define.ts'
import { outline } from './outline.ts'

const jsonObject = z.record(z.string(), z.json())

/** A tool as a client lists it: the same names, texts and input schemas as everywhere else. */
export function wireTool({ name, title, description, effect, inputSchema, output }: AnyTool): Tool {
  const reads = effect === 'read'
  return {
    name,
    title,
    description,
    inputSchema: { ...jsonObject.parse(inputSchema), type: 'object' },
    // Answers about a proposal say where a human decides about it.
    outputSchema: outline(output, 'proposal' in output.shape ? ['confirmation'] : []),
    annotations: {
      readOnlyHint: reads,
      // A proposal only describes a change; drafting it twice makes two.
      destructiveHint: false,
      idempotentHint: reads,
      openWorldHint: false,
    },
  }
}
