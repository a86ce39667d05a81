import { InputError, NotFoundError } from '#kernel/errors.ts'

interface Version {
  readonly version: number
  readonly name: string
  readonly deleted: boolean
}

/** The version to restore and the present one. Throws for versions that can't be restored. */
export function versionToRestore<V extends Version>(
  versions: readonly V[],
  { thing, id, version }: { readonly thing: string; readonly id: string; readonly version: number },
): { readonly restored: V; readonly now: V } {
  const now = versions.at(-1)
  if (now === undefined) {
    throw new NotFoundError(`There is no ${thing} ${id}`, {
      next: `List the ${thing}s to see which there are.`,
    })
  }
  const restored = versions.find((known) => known.version === version && !known.deleted)
  if (restored === undefined || restored.version === now.version) {
    throw new InputError(`“${now.name}” has no earlier version ${version} to restore`, {
      next: 'Choose one of its versions.',
      choices: versions
        .filter((known) => !known.deleted && known.version !== now.version)
        .map((known) => String(known.version)),
      path: ['version'],
    })
  }
  return { restored, now }
}
