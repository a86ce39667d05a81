import type { z } from 'zod'
import { previewSchema } from '../previews/schema.ts'
import { shownProposalSchema } from './shown.ts'

/** Over this share of the base, or this many people, a human types the count to confirm. */
export const TYPED_COUNT_SHARE = 0.25
export const TYPED_COUNT_PEOPLE = 10_000
export const EXPIRES_AFTER_SECONDS = 24 * 3600

/** A change that has been described and not made. */
export const proposalSchema = shownProposalSchema.extend({ preview: previewSchema.nullable() })
export type Proposal = z.infer<typeof proposalSchema>
