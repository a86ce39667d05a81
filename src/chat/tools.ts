import { jsonSchema, type ToolSet, tool as sdkTool } from 'ai'
import type { Preview } from '#domain/previews/schema.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import { mayActAs, type User } from '#domain/users/schema.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { InputError, MusterError } from '#kernel/errors.ts'
import { fence, sentence } from '#kernel/untrusted.ts'
import type { AnyTool, ToolContext } from '#tools/define.ts'
import type { ToolOutcome } from './cards.ts'
import type { PlainProblem, ToolAnswer } from './message.ts'

export interface ChatToolsOptions {
  readonly context: ToolContext
  readonly role: User['role']
  /** What the model reads of a result: sentences, or, for a program, the typed details. */
  readonly reads: 'content' | 'details'
  readonly report: ReportBug
  onAnswer(outcome: ToolOutcome): void
}

/** The tools as the AI SDK wants them. They never throw: what goes wrong is an answer that says what to do. */
export const chatTools = (tools: readonly AnyTool[], options: ChatToolsOptions): ToolSet =>
  Object.fromEntries(
    tools.map((tool) => [
      tool.name,
      sdkTool({
        title: tool.title,
        description: tool.description,
        // The SDK only passes this on; `call` checks the input and says where it does not fit.
        inputSchema: jsonSchema<unknown>(() => tool.inputSchema),
        // OpenAI would otherwise rewrite schemas until every key is required, which ours are not made for.
        strict: false,
        execute: (input) => answer(tool, input, options),
        toModelOutput: ({ output }) => asRead(output, options.reads),
      }),
    ]),
  )

async function answer(tool: AnyTool, input: unknown, options: ChatToolsOptions): Promise<ToolAnswer> {
  const previews: Preview[] = []
  const proposals: Proposal[] = []
  const context = watched(
    options.context,
    (preview) => previews.push(preview),
    (proposal) => proposals.push(proposal),
  )
  const given = await call(tool, input, context, options)
  options.onAnswer({ tool: tool.name, answer: given, previews, proposals })
  return given
}

async function call(
  tool: AnyTool,
  input: unknown,
  context: ToolContext,
  { role, report }: ChatToolsOptions,
): Promise<ToolAnswer> {
  try {
    if (tool.effect === 'propose' && !mayActAs(role, 'editor')) {
      throw new InputError('You may look at everything here, but not draft changes', {
        next: 'Ask an approver to make you an editor.',
      })
    }
    const { content, details } = await tool.call(input, context)
    return { content, details }
  } catch (error) {
    const problem = plainProblem(error, tool.name, report)
    return { content: sentencesOf(problem), error: problem }
  }
}

/** The same context, with an eye on what is counted and drafted: the cards show exactly that. */
const watched = (
  context: ToolContext,
  onPreview: (preview: Preview) => void,
  onDraft: (proposal: Proposal) => void,
): ToolContext => ({
  ...context,
  previews: {
    ...context.previews,
    async count(criteria, options) {
      const preview = await context.previews.count(criteria, options)
      if (options.handedOn !== true) onPreview(preview)
      return preview
    },
  },
  draft: {
    async proposal(change, options) {
      const proposal = await context.draft.proposal(change, options)
      onDraft(proposal)
      return proposal
    },
  },
})

function plainProblem(error: unknown, where: string, report: ReportBug): PlainProblem {
  if (error instanceof MusterError) return error.toJSON()
  const id = report(error, where)
  return {
    code: 'bug',
    message: `Something went wrong inside Muster (${id})`,
    next: 'Try it in another way; if it happens again, report that id.',
    path: [],
    choices: [],
  }
}

const sentencesOf = ({ message, next, path, choices }: PlainProblem): string =>
  [
    sentence(message),
    path.length > 0 ? `Where: ${sentence(path.join('.'))}` : '',
    choices.length > 0 ? `Choices: ${choices.map((choice) => fence(choice)).join(', ')}` : '',
    sentence(next),
  ]
    .filter((line) => line !== '')
    .join('\n')

function asRead(output: ToolAnswer, reads: ChatToolsOptions['reads']) {
  if (reads === 'details') return { type: 'text' as const, value: JSON.stringify(output) }
  return { type: 'error' in output ? ('error-text' as const) : ('text' as const), value: output.content }
}
