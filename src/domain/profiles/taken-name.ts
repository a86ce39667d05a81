import { query, type Reader } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'

/**
 * ICPs have names of their own, and so do the personas inside one: two ICPs may both have a “VP Sales”. So it is with
 * codes. Throws ConflictError.
 */
export function refuseTakenProfile(
  reader: Reader,
  wanted: {
    readonly icpId: string | null
    readonly name?: string | undefined
    readonly code?: string | undefined
    readonly exceptId: string | null
  },
): void {
  const { icpId, name, code, exceptId } = wanted
  const others = reader
    .all(
      query
        .selectFrom('profiles')
        .select(['id', 'name', 'name_key', 'code'])
        .where('icp_id', icpId === null ? 'is' : '=', icpId)
        .where('deleted_at', 'is', null),
    )
    .filter(({ id }) => id !== exceptId)
  const [there, one] = icpId === null ? ['There is', 'an ICP'] : ['This ICP has', 'a persona']
  const named = name === undefined ? undefined : others.find((other) => other.name_key === foldText(name))
  if (named !== undefined) {
    throw new ConflictError(`${there} ${one} called “${named.name}” already`, {
      next: 'Choose another name, or update that one instead.',
      path: ['name'],
    })
  }
  const coded = code === undefined ? undefined : others.find((other) => other.code === code)
  if (coded === undefined) return
  throw new ConflictError(`${there} ${one} with the code ${coded.code} already: “${coded.name}”`, {
    next: 'Choose another code.',
    path: ['code'],
  })
}
