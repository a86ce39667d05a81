import type { Tool } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { wireSchema } from '#domain/criteria/wire-schema.ts'
import type { AnyTool } from '#tools/define.ts'
import { outline } from './outline.ts'

const jsonObject = z.record(z.string(), z.json())

/** A tool as a client lists it: the same names, texts and input schemas as everywhere else. */
export function wireTool(tool: AnyTool): Tool {
  const { name, title, description, effect } = tool
  const reads = effect === 'read'
  return {
    name,
    title,
    description,
    inputSchema: { ...jsonObject.parse(wireSchema(tool.input)), type: 'object' },
    outputSchema: outline(tool.output, reads ? [] : ['confirmation']),
    annotations: {
      readOnlyHint: reads,
      // A proposal only describes a change; drafting it twice makes two.
      destructiveHint: false,
      idempotentHint: reads,
      openWorldHint: false,
    },
  }
}
