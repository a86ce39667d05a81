import { createServer, request } from 'node:http'

/** Muster at another address, whose next answer of the chat ends after its first bytes, as when the server is killed. */
export async function cuttingOff(origin: string) {
  let cuts = 0
  const proxy = createServer((asked, answer) => {
    const { method, url = '/', headers } = asked
    const forward = request(new URL(url, origin), { method, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers)
      if (url !== '/api/chat' || cuts === 0) {
        from.pipe(answer)
        return
      }
      cuts--
      from.once('data', (first: Buffer) => answer.write(first, () => answer.destroy()))
    })
    forward.on('error', () => answer.destroy())
    asked.pipe(forward)
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy does not listen')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    cutNext: () => void cuts++,
    close: () => new Promise<void>((closed) => proxy.close(() => closed()).closeAllConnections()),
  }
}
