import { openWorkspace, TESTER } from '#domain/services.fixture.ts'
import type { AnyTool, ToolContext, ToolResult } from './define.ts'

/** A small company, and tools called in it as surfaces call them. */
export async function openTools() {
  const workspace = await openWorkspace()
  const ctx: ToolContext = {
    ...workspace.services,
    actor: TESTER,
    signal: new AbortController().signal,
  }
  return {
    ...workspace,
    ctx,
    async call(tool: AnyTool, input: unknown): Promise<ToolResult<unknown>> {
      const { content, details } = await tool.call(input, ctx)
      // The details are what the tool says they are.
      return { content, details: tool.output.parse(details) }
    },
    /** Confirms whatever was drafted last. */
    async confirmLast(): Promise<void> {
      const [last] = workspace.services.proposals.list({ state: 'draft' })
      if (last === undefined) throw new Error('Nothing was drafted')
      await workspace.decisions.confirm({
        proposalId: last.id,
        contentHash: last.contentHash,
        actor: workspace.approver,
        ...(last.count === null ? {} : { typedCount: last.count }),
      })
    },
  }
}

export type TestTools = Awaited<ReturnType<typeof openTools>>

export const CANADA = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' } as const
export const OVER_100 = { type: 'orders', measure: 'spend', op: '>', value: 100 } as const
/** 7 of the 40 customers. */
export const GOOD_CANADA = { all: [CANADA, OVER_100] } as const

/** Leaves out what depends on nothing that a reader could check. */
export const unhashed = ({ content }: ToolResult<unknown>): string =>
  content.replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>')
