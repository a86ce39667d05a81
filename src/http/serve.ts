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
      reject(refusal(error, { port, host }))
    })
  })
}

function refusal(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): Error {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new ConfigError(`Port ${port} is taken by another program`, {
        next: 'Stop that program, or choose another port with PORT=….',
      })
    case 'EACCES':
      return new ConfigError(`Port ${port} may not be used by your user`, {
        next: 'Choose a port from 1024 on with PORT=….',
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(`This machine has no address ${host}`, {
        next: 'Set MUSTER_HOST to an address of this machine, or leave it out for 127.0.0.1.',
      })
    default:
      return error
  }
}

/** A wildcard address is no name that anybody can open. */
const nameOf = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
