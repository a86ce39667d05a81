/** A conversation. */
export interface Thread {
  readonly id: string
  readonly title: string
  /** Rises with everything stored: whoever writes names the version they read. */
  readonly version: number
  /** ISO 8601 */
  readonly createdAt: string
  readonly updatedAt: string
}

/** A message as stored: `parts` and `metadata` are the AI SDK's, which the domain keeps without reading them. */
export interface StoredMessage {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly parts: readonly unknown[]
  readonly metadata: unknown
}
