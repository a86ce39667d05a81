import type { ThingKind } from '#domain/things/things.ts'
import { getAudience } from '#tools/catalog/get-audience.ts'
import { getProfile } from '#tools/catalog/get-profile.ts'
import { getProposal } from '#tools/catalog/get-proposal.ts'
import { getSegment } from '#tools/catalog/get-segment.ts'
import { listAudiences } from '#tools/catalog/list-audiences.ts'
import { listFields } from '#tools/catalog/list-fields.ts'
import { listProfiles } from '#tools/catalog/list-profiles.ts'
import { listProposals } from '#tools/catalog/list-proposals.ts'
import { listSegments } from '#tools/catalog/list-segments.ts'
import type { AnyTool } from '#tools/define.ts'
import type { Offer } from '../offer.ts'

/** What a human can attach to a conversation: all of a kind under one address, each under one of its own. */
export interface ResourceKind {
  /** `muster://noun` */
  readonly noun: string
  readonly title: string
  readonly description: string
  /** What it reads: the same that the tool of this purpose answers, masked and fenced alike. */
  readonly tool: AnyTool
  /** `muster://noun/{id}` */
  readonly each?: {
    readonly kind: ThingKind
    readonly title: string
    readonly description: string
    readonly tool: AnyTool
    /** The tool's argument that takes the id. */
    readonly argument: string
  }
}

/** The resources; what is added here is listed, read, completed and watched for changes. */
export const resourceKinds: readonly ResourceKind[] = [
  {
    noun: 'dictionary',
    title: 'Data dictionary',
    description: 'Which fields and values the company’s data has',
    tool: listFields,
  },
  {
    noun: 'segments',
    title: 'Segments',
    description: 'Every segment and list, with its size',
    tool: listSegments,
    each: {
      kind: 'segment',
      title: 'Segment',
      description: 'One segment: its criteria, size and versions',
      tool: getSegment,
      argument: 'segment_id',
    },
  },
  {
    noun: 'audiences',
    title: 'Audiences',
    description: 'Every audience, with its channel and size',
    tool: listAudiences,
    each: {
      kind: 'audience',
      title: 'Audience',
      description: 'One audience, counted now: who falls out at which step',
      tool: getAudience,
      argument: 'audience_id',
    },
  },
  {
    noun: 'profiles',
    title: 'ICPs and personas',
    description: 'Every ICP with its personas, and how many records each has',
    tool: listProfiles,
    each: {
      kind: 'profile',
      title: 'ICP or persona',
      description: 'One ICP or persona: its parameters, scores and versions',
      tool: getProfile,
      argument: 'profile_id',
    },
  },
  {
    noun: 'proposals',
    title: 'Open proposals',
    description: 'Changes that wait for a human',
    tool: listProposals,
    each: {
      kind: 'proposal',
      title: 'Proposal',
      description: 'One proposal: what would change, and whether it did',
      tool: getProposal,
      argument: 'proposal_id',
    },
  },
]

export const collectionUri = (noun: string): string => `muster://${noun}`
export const templateUri = (noun: string): string => `muster://${noun}/{id}`
export const thingUri = (noun: string, id: string): string => `muster://${noun}/${encodeURIComponent(id)}`

/** Those whose tools a connection is offered: what it can't ask for it doesn't read here either. */
export const kindsOffered = (offer: Offer): readonly ResourceKind[] =>
  resourceKinds.filter(({ tool, each }) =>
    [tool, each?.tool ?? tool].every((one) => offer(one) === undefined),
  )

/** What an address leads to: all of a kind, or the one with this id or name. Undefined for an address of none. */
export function kindAt(
  uri: string,
  kinds: readonly ResourceKind[],
): { readonly kind: ResourceKind; readonly id?: string } | undefined {
  const [, noun, rest] = /^muster:\/\/([a-z]+)(?:\/([^/?#]+))?$/.exec(uri) ?? []
  const kind = kinds.find((each) => each.noun === noun)
  if (kind === undefined || rest === undefined) return kind && { kind }
  const id = decoded(rest)
  return kind.each === undefined || id === undefined ? undefined : { kind, id }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
