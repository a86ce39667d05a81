import { query, type Reader } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'

/**
 * ICPs have names of their own, and so do the personas inside one: two ICPs may both have a “VP Sales”. Throws
 * ConflictError.
 */
export function refuseTakenProfileName(
  reader: Reader,
  { icpId, name, exceptId }: { icpId: string | null; name: string; exceptId: string | null },
): void {
  const holder = reader.get(
    query
      .selectFrom('profiles')
      .select(['id', 'name'])
      .where('name_key', '=', foldText(name))
      .where('icp_id', icpId === null ? 'is' : '=', icpId)
      .where('deleted_at', 'is', null),
  )
  if (holder === undefined || holder.id === exceptId) return
  throw new ConflictError(
    icpId === null
      ? `There is an ICP called “${holder.name}” already`
      : `This ICP has a persona called “${holder.name}” already`,
    { next: 'Choose another name, or update that one instead.', path: ['name'] },
  )
}
