import {
  acceptedContent,
  type CallToolResult,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server'
import type { ExportJobs } from '#domain/exports/jobs.ts'
import type { Exports } from '#domain/exports/read.ts'
import { provenHuman } from '#domain/proposals/human.ts'
import type { Decisions } from '#domain/proposals/decide.ts'
import type { Proposals } from '#domain/proposals/read.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import type { User } from '#domain/users/schema.ts'
import { InputError, MusterError } from '#kernel/errors.ts'
import type { Client } from '../client.ts'
import { extended } from '../calls/answer.ts'
import type { Log } from '../calls/log.ts'
import { fileNote, stayWith } from './export-file.ts'
import { confirmationOf, noteOn } from './note.ts'
import type { Origin, Pending, PendingQuestions } from './pending.ts'
import { createPlaces, type PlacesDeps } from './places.ts'
import { createPush, type PushDeps, type Question } from './push.ts'
import { ANSWER, formQuestion, formSchema, pageQuestion } from './question.ts'

/** Who mistypes a count is asked again; after this there still are the page and the terminal. */
const TIMES_ASKED = 3

export interface ConfirmationDeps extends PlacesDeps, PushDeps {
  readonly pending: PendingQuestions
  readonly proposals: Proposals
  readonly decisions: Pick<Decisions, 'confirm'>
  readonly exports: Pick<Exports, 'find'>
  readonly exportJobs: Pick<ExportJobs, 'ended'>
  /** For whom an elicitation counts, where the operator lets it: whoever runs Muster here. */
  approver(): Pick<User, 'id' | 'name'> | undefined
  readonly session: string
  /** A question is the result of a call with newer clients, and a request of ours with older ones. */
  readonly era: 'modern' | 'legacy'
  readonly log: Log
}

export interface Asking {
  readonly origin: Origin
  readonly client: Client
  readonly ctx: ServerContext
}

type Round = CallToolResult | InputRequiredResult

/** Leads a drafted proposal to its human, by the best way that client and operator allow. */
export function createConfirmation(deps: ConfirmationDeps) {
  const { pending, proposals, decisions, desk, surfaces, session, era } = deps
  const places = createPlaces(deps)
  // Nobody is asked for whom an answer could not count.
  const formHuman = () => (surfaces.has('mcp') ? deps.approver() : undefined)
  const push = createPush(deps)

  /** The tool's answer, and what has become of the proposal since. */
  async function told(answer: CallToolResult, { id }: Proposal, said = '', opened = false) {
    const proposal = proposals.get(id)
    const place = await places.of(id, opened)
    const note = `${said}${noteOn(proposal, place)}${fileNote(proposal, deps.exports)}`
    return extended(answer, note, {
      proposal,
      ...confirmationOf(proposal, place),
    })
  }

  /** Puts a proposal that was just drafted before its human. */
  async function offer(proposalId: string, answer: CallToolResult, asking: Asking): Promise<Round> {
    const proposal = proposals.get(proposalId)
    if (asking.client.asksForms && formHuman() !== undefined) {
      return put({ proposal, answer, mode: 'form', asked: 0 }, formQuestion(proposal), asking)
    }
    const { page } = await places.of(proposalId)
    if (page !== null && asking.client.opensPages) {
      // The client opens the page, and can't sign anybody in: the first time that is for us to do.
      if (!desk.hasOpened()) await places.open(proposalId)
      return put({ proposal, answer, mode: 'url', asked: 0 }, pageQuestion(proposal, page), asking)
    }
    return told(answer, proposal, '', page !== null && (await places.open(proposalId)))
  }

  async function put(question: Pending, params: Question, asking: Asking): Promise<Round> {
    const { origin, ctx } = asking
    if (era === 'modern') {
      const request = params.mode === 'url' ? inputRequired.elicitUrl(params) : inputRequired.elicit(params)
      return inputRequired({
        inputRequests: { [ANSWER]: request },
        requestState: pending.ask(question, origin),
      })
    }
    return conclude(question, await push.ask(question.proposal, params, ctx), asking)
  }

  /** The second round of a call, which brings the answer along. */
  async function resume(handle: string, asking: Asking): Promise<Round> {
    const question = pending.take(handle, asking.origin)
    if (question !== undefined) return conclude(question, asking.ctx.mcpReq.inputResponses, asking)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      'This question was answered already, or belongs to another call. Nothing was changed.',
      { reason: 'invalid_request_state' },
    )
  }

  async function conclude(
    question: Pending,
    responses: Record<string, unknown> | undefined,
    asking: Asking,
  ): Promise<Round> {
    const { proposal, answer, mode } = question
    const { signal } = asking.ctx.mcpReq
    const response = inputResponse(responses, ANSWER)
    if (response.kind !== 'elicit') return told(answer, proposal)
    if (response.action !== 'accept') return told(answer, proposal, 'The human did not agree. ')
    if (mode === 'url') return told(answer, proposal, '', true)
    const form = acceptedContent(responses, ANSWER, formSchema)
    if (form?.confirm !== true) return told(answer, proposal, 'The human did not confirm. ')
    const human = formHuman()
    if (human === undefined) return told(answer, proposal)
    try {
      const confirmed = await decisions.confirm({
        proposalId: proposal.id,
        contentHash: proposal.contentHash,
        ...(form.count !== undefined && { typedCount: form.count }),
        actor: provenHuman(human, { surface: 'mcp', session }),
        signal,
      })
      deps.log(asking.ctx, 'info', {
        event: 'proposal_decided',
        proposal: proposal.id,
        state: confirmed.state,
      })
      await stayWith(confirmed, signal, deps.exportJobs)
    } catch (error) {
      if (!(error instanceof MusterError)) throw error
      const asked = question.asked + 1
      if (isMistyped(error, form.count) && asked < TIMES_ASKED) {
        return put({ ...question, asked }, formQuestion(proposal, [`${error.message}.`]), asking)
      }
      return told(answer, proposal, `It was not confirmed: ${error.message}. ${error.next}\n`)
    }
    return told(answer, proposal, 'The human confirmed. ')
  }

  /** Says how far a proposal is. */
  const tell = (proposalId: string, answer: CallToolResult) => told(answer, proposals.get(proposalId))

  return {
    offer,
    resume,
    tell,
    /** Waits for nothing any more. */
    close: push.close,
  }
}
export type Confirmation = ReturnType<typeof createConfirmation>

/** A number that is not the proposal's: a slip, unlike one that was left out. */
const isMistyped = (error: MusterError, typed: number | undefined): boolean =>
  typed !== undefined && error instanceof InputError && error.path[0] === 'typedCount'
