import { query, type Reader } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'

/** Who has a name, ignoring case: segments, lists, indicators and audiences share their names, as requests name them alike. */
export interface NameHolder {
  readonly thing: 'segment' | 'list' | 'indicator' | 'audience'
  readonly id: string
  readonly name: string
}

/** The living segment, list, indicator or audience of a name. */
export function holderOf(reader: Reader, name: string): NameHolder | undefined {
  const key = foldText(name)
  const segment = reader.get(
    query
      .selectFrom('segments')
      .select(['id', 'name', 'kind'])
      .where('name_key', '=', key)
      .where('deleted_at', 'is', null),
  )
  if (segment !== undefined) {
    const { kind, ...holder } = segment
    return { thing: kind === 'list' ? 'list' : 'segment', ...holder }
  }
  const indicator = reader.get(
    query
      .selectFrom('indicators')
      .select(['id', 'name'])
      .where('name_key', '=', key)
      .where('deleted_at', 'is', null),
  )
  if (indicator !== undefined) return { thing: 'indicator', ...indicator }
  const audience = reader.get(
    query
      .selectFrom('audiences')
      .select(['id', 'name'])
      .where('name_key', '=', key)
      .where('deleted_at', 'is', null),
  )
  return audience && { thing: 'audience', ...audience }
}

/** Throws ConflictError when something else has the name, with what to do for what it is. */
export function refuseTakenName(
  reader: Reader,
  wanted: 'segment' | 'indicator' | 'audience',
  name: string,
  exceptId: string | null,
): void {
  const holder = holderOf(reader, name)
  if (holder === undefined || holder.id === exceptId) return
  throw new ConflictError(`There is ${ARTICLES[holder.thing]} called “${holder.name}” already`, {
    next:
      holder.thing === wanted
        ? `Choose another name, or update that ${wanted} instead.`
        : `Choose another name: ${wanted}s and ${holder.thing}s share their names, so that a request means one of them.`,
    path: ['name'],
  })
}

const ARTICLES = {
  segment: 'a segment',
  list: 'a list',
  indicator: 'an indicator',
  audience: 'an audience',
} as const
