/** What servers of other pages ask, to show the widget. Part of api.ts. */
import type { User } from '#domain/users/schema.ts'

/** Who is signed in in the other page. */
export interface WidgetTokenRequest {
  readonly email: string
}

export interface WidgetToken {
  readonly token: string
  readonly expiresAt: string
  /** What is left of the user's role there: never `approver`. */
  readonly user: Pick<User, 'name' | 'role'>
  /** Of the pages that may use it. */
  readonly origins: readonly string[]
}
