import type { HumanActor } from '#domain/proposals/human.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import type { Desk } from './desk.ts'

/** Where a human decides about a proposal. */
export interface Place {
  /** Null where the web app doesn't count, or can't be served. */
  readonly page: string | null
  /** Is the page in front of the human already? */
  readonly opened: boolean
  /** What to type in a terminal; null where the terminal doesn't count. */
  readonly command: string | null
}

export interface PlacesDeps {
  readonly desk: Desk
  /** Where a human's answer counts: the setting MUSTER_CONFIRM, elicitation being `mcp`. */
  readonly surfaces: ReadonlySet<HumanActor['surface']>
  /** What to type in a terminal to confirm. */
  command(proposalId: string): string
  readonly report: ReportBug
}

/** The places that count, as far as they can be had: without a page there still is the terminal. */
export function createPlaces({ desk, surfaces, command, report }: PlacesDeps) {
  const orElse = async <T>(otherwise: T, what: string, attempt: () => Promise<T>): Promise<T> => {
    if (!surfaces.has('web')) return otherwise
    try {
      return await attempt()
    } catch (error) {
      report(error, what)
      return otherwise
    }
  }
  return {
    async of(proposalId: string, opened = false): Promise<Place> {
      const page = await orElse(null, 'serving the page of a proposal', () => desk.link(proposalId))
      return {
        page,
        opened: page !== null && opened,
        command: surfaces.has('terminal') ? command(proposalId) : null,
      }
    },
    /** Opens the page in the human's browser, if that can be done from here. */
    open: (proposalId: string): Promise<boolean> =>
      orElse(false, 'opening the page of a proposal', () => desk.open(proposalId)),
  }
}
