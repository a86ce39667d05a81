import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Proposal } from '#http/api.ts'
import { type Client, ownClient } from './client.ts'

/** Where this is shown: in the web app, or in a page of somebody else. */
export interface Home {
  readonly client: Client
  /** What the pages of Muster stand under; empty in the web app itself. */
  readonly origin: string
  /** Whether a click here is a signed-in human's. In other pages it may be a script's: they lead to Muster's own. */
  readonly decides: boolean
  /** A proposal is shown, or was decided since. */
  onProposal?(proposal: Proposal): void
}

export const HomeContext = createContext<Home>({ client: ownClient, origin: '', decides: true })

export const useHome = (): Home => useContext(HomeContext)
