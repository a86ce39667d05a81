import type { Services } from '#domain/services.ts'
import { listUsers } from '#domain/users/read.ts'
import type { User } from '#domain/users/schema.ts'
import type { WriterPort } from '#domain/writer/port.ts'
import { findServer } from './presence.ts'

interface Deps extends Pick<Services, 'reader'> {
  readonly writer: WriterPort
  readonly databasePath: string
}

/** Where people reach the server when none says so itself. */
interface Reached {
  readonly MUSTER_PUBLIC_URL?: string | undefined
  readonly PORT: number
}

/** Links by which people sign in, once and within 15 minutes each. */
export interface SignInLinks {
  /** Who signs in where nobody is named; undefined before there is one. */
  approver(): User | undefined
  /** The code alone: of the approver, or of whoever becomes the first. */
  signInCode(): Promise<string>
  /** A link of the approver to the server at `url`. */
  linkUnder(url: string): Promise<string>
  /** A link of any user to wherever this database is served. */
  linkOf(userId: string, reached: Reached): Promise<string>
}

export function createSignInLinks({ reader, writer, databasePath }: Deps): SignInLinks {
  const codeOf = async (userId: string | null) => (await writer.call('createSigninCode', { userId })).code
  const approver = () => listUsers(reader).find(({ role }) => role === 'approver')
  const signInCode = () => codeOf(approver()?.id ?? null)
  const link = (url: string, code: string) => `${url}/signin?code=${code}`
  return {
    approver,
    signInCode,
    linkUnder: async (url) => link(url, await signInCode()),
    async linkOf(userId, { MUSTER_PUBLIC_URL, PORT }) {
      const url = MUSTER_PUBLIC_URL ?? (await findServer(databasePath))?.url ?? `http://localhost:${PORT}`
      return link(url, await codeOf(userId))
    },
  }
}
