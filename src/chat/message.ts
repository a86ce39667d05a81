import type { UIMessage } from 'ai'
import type { Entity } from '#domain/entities/entity.ts'
import type { Why } from '#domain/explanations/shown.ts'
import type { GroupComparison } from '#domain/insights/shown-comparison.ts'
import type { Figures } from '#domain/insights/schema.ts'
import type { ShownPreview } from '#domain/previews/shown.ts'
import type { ShownProposal } from '#domain/proposals/shown.ts'
import type { MusterError } from '#kernel/errors.ts'

/** An error as it travels: what happened, and what to do next. */
export type PlainProblem = Omit<ReturnType<MusterError['toJSON']>, 'code'> & {
  readonly code: MusterError['code'] | 'bug'
}

/** What a tool part of a message holds as its `output`. `content` is what the model read. */
export type ToolAnswer =
  | { readonly content: string; readonly details: unknown }
  | { readonly content: string; readonly error: PlainProblem }

/** A reading of an ambiguous request. Sending `text` as the next message chooses it. */
export interface Reading {
  readonly label: string
  readonly text: string
  /** As they are sent; what reads them parses them. */
  readonly criteria?: unknown
  readonly words?: string
  /** How many of what it has. */
  readonly count?: number
  readonly entity?: Entity
}

export interface Question {
  readonly question: string
  readonly options: readonly Reading[]
}

/** Why a request can't be met: `missing` names data or abilities that do not exist. */
export interface Refusal {
  readonly reason: string
  readonly missing: readonly string[]
}

/** Why a turn ended early. The same words stand before it as a text part, for clients without cards. */
export interface TurnProblem {
  readonly code:
    | 'stopped'
    | 'key'
    | 'rate_limit'
    | 'model_unknown'
    | 'network'
    | 'timeout'
    | 'model'
    | 'too_many_steps'
    | 'silence'
    | 'bug'
  readonly message: string
  readonly next: string
}

/** Typed parts of an assistant message (`data-preview`, `data-proposal` …): what the web app draws as cards. */
export type Cards = {
  preview: ShownPreview
  proposal: ShownProposal
  question: Question
  refusal: Refusal
  figures: Figures
  comparison: GroupComparison
  why: Why
  problem: TurnProblem
}

/** Sent with the start of an answer. */
export interface MessageMetadata {
  readonly threadId: string
  /** The thread's version with this answer in it: send it along with the next message. */
  readonly version: number
}

export type ToolParts = Record<string, { input: unknown; output: ToolAnswer }>

export type MusterMessage = UIMessage<MessageMetadata, Cards, ToolParts>
