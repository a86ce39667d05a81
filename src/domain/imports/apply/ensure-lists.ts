import { query } from '#db/run.ts'
import { holderOf } from '../../references/taken-name.ts'
import { insertSegment, reviseSegment } from '../../segments/store.ts'
import { listId, namesOfLists } from '../tables/lists.ts'
import { customerReference, rejectUnknown } from './references.ts'
import type { ApplyRun } from './run.ts'

/** Sees that each staged list which has customers is there as a segment without criteria. */
export function ensureLists(run: ApplyRun): void {
  rejectUnknown(run, 'lists', customerReference(run.source))
  const names = new Map<string, string>()
  for (const name of namesOfLists(run.driver)) {
    const id = listId(name)
    if (!names.has(id)) names.set(id, name)
  }
  for (const [id, name] of names) ensureList(run, id, name)
}

function ensureList(run: ApplyRun, id: string, name: string): void {
  const by = { at: run.now, actor: run.actor, proposalId: null }
  const list = run.writer.get(query.selectFrom('segments').select('deleted_at').where('id', '=', id))
  if (list === undefined) {
    const free = freeName(run, name)
    if (free !== name) run.notes.push(`The list ${name} is called ${free} here: something else has its name.`)
    insertSegment(
      run.writer,
      { id, name: free, description: `Imported list from ${run.source}`, kind: 'list', criteria: null },
      by,
    )
  } else if (list.deleted_at !== null) reviseSegment(run.writer, id, { name: freeName(run, name) }, by)
}

function freeName({ writer }: ApplyRun, name: string): string {
  return holderOf(writer, name) === undefined ? name : `${name} (list)`
}
