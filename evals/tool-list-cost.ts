import { countTokens } from 'gpt-tokenizer'
import { wireTool } from '#mcp/calls/wire-tool.ts'
import { tools } from '#tools/index.ts'

/** What all tools may cost a client’s context together, as they go over MCP. */
export const TOOL_LIST_BUDGET = 6000

/** What each tool costs in tokens (o200k, as OpenAI’s models count), the dearest first, and the whole list. */
export function costOf() {
  const wired = tools.map(wireTool)
  return {
    each: wired
      .map((tool) => ({ name: tool.name, tokens: countTokens(JSON.stringify(tool)) }))
      .toSorted((a, b) => b.tokens - a.tokens),
    total: countTokens(JSON.stringify({ tools: wired })),
  }
}
