/** A refusal as MCP has it: a JSON-RPC error that belongs to no request, with a fitting status. */
export const refusal = (
  status: number,
  message: string,
  next: string,
  { code = -32000, headers = {} }: { readonly code?: number; readonly headers?: Record<string, string> } = {},
): Response =>
  Response.json(
    { jsonrpc: '2.0', id: null, error: { code, message: `${message}. ${next}` } },
    { status, headers },
  )
