import type { z } from 'zod'
import type { Preview } from '#domain/previews/schema.ts'
import type { Services } from '#domain/services.ts'
import { inputErrorOf } from '#domain/criteria/parse.ts'
import { type JsonSchema, wireSchema } from '#domain/criteria/wire-schema.ts'
import type { Actor } from '#kernel/actor.ts'

/** What a handler is given. Nothing in it can write; `draft` can insert previews and proposals. */
export interface ToolContext extends Services {
  readonly actor: Actor
  /** The human's own message of this turn, put here by the server: what receipts are made from. */
  readonly message?: string
  /** What this conversation showed last, put here by the server: the criteria that others may change. */
  readonly atHand?: Preview
  /** Stops long reads when the human leaves or presses stop. */
  readonly signal: AbortSignal
}

export interface ToolResult<D> {
  /** For a model: short, masked, values from data fenced. */
  readonly content: string
  /** For surfaces and tests: typed, masked as well. */
  readonly details: D
}

/**
 * A tool is one literal. `read` tools look; `propose` tools draft a proposal that waits for a human.
 *
 * @example see catalog/list-proposals.ts
 */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  /** `verb_noun` in the user's words. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: I
  readonly output: O
  readonly effect: 'read' | 'propose'
  handler(input: z.output<I>, ctx: ToolContext): Promise<ToolResult<z.input<O>>>
}

/** A tool whose handler takes input that has been checked against its schema by `call`. */
export interface AnyTool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: z.ZodObject
  readonly output: z.ZodObject
  readonly effect: 'read' | 'propose'
  /** `input` as models and clients are sent it; the same on every surface. */
  readonly inputSchema: JsonSchema
  /** Checks the input, runs the handler. Throws InputError with paths for input that does not fit. */
  call(input: unknown, ctx: ToolContext): Promise<ToolResult<unknown>>
}

export function defineTool<I extends z.ZodObject, O extends z.ZodObject>(
  tool: Tool<I, O>,
): AnyTool & Tool<I, O> {
  let inputSchema: JsonSchema | undefined
  return {
    ...tool,
    get inputSchema() {
      return (inputSchema ??= wireSchema(tool.input))
    },
    call: async (input, ctx) => tool.handler(checkInput(tool, input), ctx),
  }
}

function checkInput<I extends z.ZodObject>(tool: { name: string; input: I }, input: unknown): z.output<I> {
  const parsed = tool.input.safeParse(input)
  if (parsed.success) return parsed.data
  throw inputErrorOf(parsed.error, `The input of ${tool.name} does not fit`)
}
