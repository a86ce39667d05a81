import type { User } from '#domain/users/schema.ts'
import { InputError, type MusterError } from '#kernel/errors.ts'
import type { AnyTool } from '#tools/define.ts'
import { toolsets } from '#tools/index.ts'
import { TOOLSET_NAMES } from '#tools/toolset-names.ts'

/** How much of the tools a client asked for, as it was written. */
export interface Wish {
  /** Between commas; undefined for all. */
  readonly toolsets?: string | undefined
  readonly readOnly?: boolean | undefined
}

/** What a connection is offered: why a tool is not there for it; undefined for those that are. */
export type Offer = (tool: AnyTool) => MusterError | undefined

/**
 * The tools of the toolsets that were asked for, beside those that all others build on, and no more than `role` may.
 * Throws InputError for a toolset that there is not.
 */
export function offer({ toolsets: wanted, readOnly = false }: Wish, role: User['role'] = 'editor'): Offer {
  const chosen = wanted?.split(',').map((name) => name.trim())
  const unknown = chosen?.find((name) => !TOOLSET_NAMES.some((known) => known === name))
  if (unknown !== undefined) {
    throw new InputError(`There is no toolset “${unknown}”`, {
      next: 'Name some of them between commas, or leave it out for all.',
      choices: TOOLSET_NAMES,
    })
  }
  const open = new Set<AnyTool>(
    Object.entries(toolsets).flatMap(([name, tools]) =>
      chosen === undefined || name === 'core' || chosen.includes(name) ? tools : [],
    ),
  )
  return (tool) => {
    const drafts = tool.effect === 'propose'
    if (drafts && role === 'viewer') {
      return new InputError(`${tool.name} drafts a change, and this token may only look`, {
        next: 'Ask the operator for a token of an editor: `muster token add --help`.',
      })
    }
    if (drafts && readOnly) {
      return new InputError(`${tool.name} drafts a change, and this connection only reads`, {
        next: 'Connect without the option that says so: --read-only, or read_only in the address.',
      })
    }
    return chosen === undefined || open.has(tool)
      ? undefined
      : new InputError(`${tool.name} is in none of the toolsets ${chosen.join(', ')}`, {
          next: 'Connect with its toolset as well, or without naming any.',
        })
  }
}
