import { z } from 'zod'
import { ENTITIES } from '../entities/entity.ts'

const PROFILE_KINDS = ['icp', 'persona'] as const
/** A draft scores nothing; an archived one does not any more. */
export const PROFILE_STATUSES = ['draft', 'live', 'archived'] as const
export type ProfileStatus = (typeof PROFILE_STATUSES)[number]

/** An ICP or a persona as surfaces show it: without its criteria, whose type is made of every condition. */
export const shownProfileSchema = z.object({
  id: z.string(),
  kind: z.enum(PROFILE_KINDS),
  /** Of a persona: the one ICP that it lives in. */
  icpId: z.string().nullable(),
  /** Whom it is about. */
  entity: z.enum(ENTITIES),
  /** Short, in capitals; what a record's `icp_code` or `persona_code` says. */
  code: z.string(),
  name: z.string(),
  /** What it is for; may be empty. */
  goal: z.string(),
  status: z.enum(PROFILE_STATUSES),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ShownProfile = z.infer<typeof shownProfileSchema>

/** What a profile was at one of its versions. */
export const shownProfileVersionSchema = shownProfileSchema
  .pick({ version: true, code: true, name: true, goal: true, status: true })
  .extend({ deleted: z.boolean(), by: z.string(), at: z.string(), proposalId: z.string().nullable() })
export type ShownProfileVersion = z.infer<typeof shownProfileVersionSchema>
