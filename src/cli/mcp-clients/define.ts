/** How a client starts Muster by itself, and speaks to it over stdio. */
export interface LocalServer {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** How a client reaches a Muster that runs elsewhere, over HTTP. */
export interface RemoteServer {
  readonly url: string
}

/** What stands in a printed set-up where the human puts a token: it is a secret, and is shown once, when it is made. */
export const TOKEN_PLACEHOLDER = 'PUT-YOUR-TOKEN-HERE'

/** The header that carries a token; `token` may be a client's own way to name a secret. */
export const bearer = (token: string = TOKEN_PLACEHOLDER) => ({ Authorization: `Bearer ${token}` })

/** A program that people use MCP servers in, and how it is told of one. */
export interface McpClient {
  /** As on the command line: `--client cursor`. */
  readonly id: string
  readonly name: string
  /** Where its set-up belongs, for a human. */
  readonly file: string
  /** The whole of that file, as if it held nothing else. */
  local(server: LocalServer): object
  /** The same for a server over HTTP; or a sentence that says why there is none. */
  remote(server: RemoteServer): object | string
}
