import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { App } from '#app'
import { type DataSummary, summariseData } from '#domain/insights/data-summary.ts'
import { listUsers } from '#domain/users/read.ts'
import { hasErased, hasRemnants } from '#domain/privacy/write-anew.ts'
import { listWidgetKeys } from '#domain/widgets/read.ts'
import { joinWords } from '#kernel/text.ts'

interface Finding {
  readonly ok: boolean
  readonly text: string
  readonly next?: string
}

export interface Examination {
  readonly settings: App['settingsInForce']
  readonly data: readonly DataSummary[]
  readonly findings: readonly Finding[]
}

/** Below this an import of some size may not find room. */
const LOW_DISK_BYTES = 2 ** 30

/** Looks at everything that can be wrong with an installation. Changes nothing. */
export function examine(app: App): Examination {
  const data = summariseData(app.services.reader)
  return {
    settings: app.settingsInForce,
    data,
    findings: [
      { ok: true, text: `Node ${process.versions.node}; the database is ${app.databasePath}` },
      customers(data, app),
      model(app),
      humans(app),
      network(app),
      ...widgets(app),
      ...routing(app),
      ...remnants(app),
      disk(app),
    ],
  }
}

function customers(data: readonly DataSummary[], app: App): Finding {
  const { name, demo, zone, currency } = app.services.workspace()
  const rows = data.find(({ what }) => what === 'customers')?.rows ?? 0
  if (rows > 0) {
    return {
      ok: true,
      text: `${name}${demo ? ' (demo data)' : ''}: amounts in ${currency.code}, days in ${zone}`,
    }
  }
  return {
    ok: false,
    text: 'There are no customers yet',
    next: 'Run `muster import <folder>` or `muster start`.',
  }
}

function model(app: App): Finding {
  const { id, note } = app.chat.model
  if (note === undefined) return { ok: true, text: `Requests are understood by ${id}` }
  return { ok: false, text: note, next: 'Set the key, or MUSTER_MODEL=offline.' }
}

function humans(app: App): Finding {
  const approvers = listUsers(app.services.reader).filter(({ role }) => role === 'approver')
  if (approvers.length > 0)
    return { ok: true, text: `Approvers: ${approvers.map(({ name }) => name).join(', ')}` }
  return {
    ok: true,
    text: 'Nobody has signed in yet: the first sign-in, or `muster passphrase`, makes the approver',
  }
}

function network(app: App): Finding {
  const host = app.settings.MUSTER_HOST
  if (['127.0.0.1', '::1', 'localhost'].includes(host))
    return { ok: true, text: `The web app listens on ${host} only` }
  return {
    ok: true,
    text: `The web app listens on ${host}: it can be reached from the network. Put TLS in front of it`,
  }
}

/** A page of others needs its origin in the setting and a key for its server: either alone lets nobody in. */
function widgets(app: App): Finding[] {
  const allowed = app.settings.MUSTER_WIDGET_ORIGINS
  const keys = listWidgetKeys(app.services.reader).filter(({ revokedAt }) => revokedAt === null)
  const keyed = new Set(keys.flatMap(({ origins }) => origins))
  return [
    ...allowed
      .filter((origin) => !keyed.has(origin))
      .map((origin) => ({
        ok: false,
        text: `Pages of ${origin} may show the chat, and no widget key is for them: nobody can ask there`,
        next: `Make one: muster widget-keys add <name> --origin ${origin}; or take it out of MUSTER_WIDGET_ORIGINS.`,
      })),
    ...keys.flatMap(({ id, name, origins }) => {
      const missing = origins.filter((origin) => !allowed.includes(origin))
      if (missing.length === 0) return []
      return [
        {
          ok: false,
          text: `The widget key “${name}” is for pages of ${joinWords(missing, 'and')}, which may not show the chat`,
          next: `Start Muster with MUSTER_WIDGET_ORIGINS=${[...new Set([...allowed, ...missing])].join(',')}, or end the key: muster widget-keys revoke ${id}.`,
        },
      ]
    }),
  ]
}

/** Seconds after which a delivery that is still open is stuck. */
const STUCK_AFTER = 3600

/** Deliveries that came to nothing, or are tried for long; and rules that nothing can be sent by. */
function routing(app: App): Finding[] {
  const { routing: rules, clock } = app.services
  const long = (at: string) => Date.parse(at) / 1000 < clock.now() - STUCK_AFTER
  return rules.list().flatMap(({ id, name, to }) => {
    const open = (['waiting', 'sending'] as const).flatMap((state) => rules.deliveries({ ruleId: id, state }))
    const stuck = open.filter(({ createdAt }) => long(createdAt))
    const failed = rules.deliveries({ ruleId: id, state: 'failed' })
    const [last] = [...failed, ...stuck]
    const unsigned = to.type === 'webhook' && app.settings.MUSTER_WEBHOOK_SECRET === undefined
    return [
      ...(unsigned
        ? [
            {
              ok: false,
              text: `The routing rule “${name}” sends to a webhook, and there is no secret to sign with`,
              next: 'Set MUSTER_WEBHOOK_SECRET, or delete the rule.',
            },
          ]
        : []),
      ...(last === undefined
        ? []
        : [
            {
              ok: false,
              text: `The routing rule “${name}” has deliveries that did not arrive: ${failed.length} failed, ${stuck.length} open for more than an hour; the last: ${last.id}, ${last.reason ?? 'not tried yet'}`,
              next: `Look at who receives ${last.to}; \`muster routes ${id}\` lists them. What waits is sent while \`muster start\` runs.`,
            },
          ]),
    ]
  })
}

/** Whoever was erased by a webhook is gone from every table, and the file may hold an older copy. */
function remnants({ services: { reader } }: App): Finding[] {
  if (!hasRemnants(reader)) return []
  const text = 'The file of the database may hold parts of what was deleted before deletions were overwritten'
  return !hasErased(reader)
    ? [{ ok: true, text: `${text}; nobody was erased yet, and the first erasure takes them out` }]
    : [
        {
          ok: false,
          text: `${text}, and people were erased`,
          next: 'Run `muster erase --remnants`, once; delete older copies of the file.',
        },
      ]
}

function disk(app: App): Finding {
  const { bavail, bsize } = statfsSync(dirname(app.databasePath))
  const free = bavail * bsize
  const text = `${(free / 2 ** 30).toFixed(1)} GB of disk are free`
  return free > LOW_DISK_BYTES
    ? { ok: true, text }
    : { ok: false, text, next: 'Free some room before the next import.' }
}
