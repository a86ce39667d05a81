import { isDeepStrictEqual } from 'node:util'
import { InputError, MusterError } from '#kernel/errors.ts'
import type { AnyTool } from '#tools/define.ts'
import type { ToolUse } from './turn.ts'

/** An error that a tool answers with once, to see what the model makes of it. */
export interface Fault {
  readonly tool: string
  /** Which of its calls in the conversation; the first is 1. */
  readonly call: number
  readonly message: string
  readonly next: string
}

/** The same tools, with their answers written beside the calls that the model made. */
export function watchTools(
  tools: readonly AnyTool[],
  { uses, faults }: { readonly uses: ToolUse[]; readonly faults: readonly Fault[] },
): readonly AnyTool[] {
  const called = new Map<string, number>()

  const answered = (tool: string, input: unknown, answer: Partial<ToolUse>) => {
    // A call that does not reach its tool (bad JSON, an unknown name) stays without an answer.
    const at = uses.findIndex(
      (use) => use.tool === tool && use.content === undefined && isDeepStrictEqual(use.input, input),
    )
    uses[at === -1 ? uses.length : at] = { tool, input, ...answer }
  }

  return tools.map((tool) => ({
    ...tool,
    async call(input, ctx) {
      const nth = (called.get(tool.name) ?? 0) + 1
      called.set(tool.name, nth)
      try {
        const fault = faults.find((each) => each.tool === tool.name && each.call === nth)
        if (fault !== undefined) throw new InputError(fault.message, { next: fault.next })
        const result = await tool.call(input, ctx)
        answered(tool.name, input, result)
        return result
      } catch (error) {
        const message = error instanceof MusterError ? error.message : 'a bug'
        answered(tool.name, input, { content: message, error: message })
        throw error
      }
    },
  }))
}
