import { errorOf, ownClient, RequestError } from './client.ts'

/** Hears each line of an answer as it arrives (NDJSON). Throws RequestError. */
export async function followLines<L>(
  path: string,
  signal: AbortSignal,
  hear: (line: L) => void,
): Promise<void> {
  const response = await ownClient.fetch(path, { signal })
  if (!response.ok || response.body === null) {
    throw new RequestError(response.status, errorOf(await response.text(), response.status))
  }
  let left = ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const lines = (left + value).split('\n')
    left = lines.pop() ?? ''
    for (const line of lines) if (line !== '') hear(JSON.parse(line))
  }
}
