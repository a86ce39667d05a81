import type { AddressInfo } from 'node:net'
import { serve as serveNode } from '@hono/node-server'
import type { Hono } from 'hono'
import { ConfigError } from '#kernel/errors.ts'

export interface Served {
  /** Where it listens, as a URL without a path. */
  readonly url: string
  close(): Promise<void>
}

/** Listens on loopback unless told otherwise. Throws ConfigError when the port is taken. */
export function serve(
  app: Hono,
  { port, host = '127.0.0.1' }: { readonly port: number; readonly host?: string },
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serveNode({ fetch: app.fetch, port, hostname: host }, (info: AddressInfo) => {
      resolve({
        url: `http://${nameOf(host)}:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            // Streams that people follow would hold the server open for as long as they like.
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`Port ${port} is taken by another program`, {
              next: 'Stop that program, or choose another port with PORT=….',
            })
          : error,
      )
    })
  })
}

/** A wildcard address is no name that anybody can open. */
const nameOf = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
