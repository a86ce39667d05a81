import { InputError } from '#kernel/errors.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import type { ExportFormat } from './formats/define.ts'

/** Why a kind of file has no rows of an entity; undefined where it has. */
export function whyNot(
  { title, entities }: Pick<ExportFormat, 'title' | 'entities'>,
  entity: Entity,
): string | undefined {
  if (entities.includes(entity)) return undefined
  const why =
    entity === 'company'
      ? 'companies have no addresses to be found by'
      : 'nobody knows here whether people at companies consented'
  return `${title} takes customers only: ${why}`
}

/** Throws InputError for a kind of file that has no rows of an entity. */
export function refuseOthers(format: Pick<ExportFormat, 'title' | 'entities'>, entity: Entity): void {
  const why = whyNot(format, entity)
  if (why === undefined) return
  throw new InputError(why, {
    next: `Export the ${ENTITY_WORDS[entity].many} as Standard CSV.`,
    path: ['format'],
  })
}
