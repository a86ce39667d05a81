import { asFilters } from '../../../profiles/as-parameters.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { inMode, replaced, withOthers, withoutValues } from './changed-parameters.ts'
import { article, endOf, list, made, meant, nounBefore, type ReadEdit, startOf, wordsIn } from './edit.ts'
import { parametersMeant, wholePart } from './parameter-meant.ts'

const remove = phrase(
  'drop|remove|delete|lose|ditch|cut|clear|scrap|erase',
  'get rid of',
  'take|leave|strip out|off?',
)
const stop = phrase(
  'stop excluding|requiring|preferring|scoring|filtering by|on|for?',
  'no longer exclude|require|prefer',
  'do not require|exclude|prefer any? more?',
)
const off = phrase('off', 'out', 'away')

/** `drop the funding filter`, `take the country filter off`, `take Germany out`, `stop excluding agencies` */
export const dropped: ReadEdit = (edit, parameters, name) => {
  const start = startOf(edit)
  const stopped = stop(edit, start)
  const opened = stopped >= 0 ? stopped : remove(edit, start)
  if (opened < 0) return undefined
  const all = endOf(edit)
  const whole = off(edit, all - 1) === all ? all - 1 : all
  const from = skip(edit, opened, article)
  if (from >= whole) return undefined
  const to = nounBefore(edit, from, whole)
  const one = meant(edit, from, to, parameters, name)
  const explicit = stopped >= 0 || to < whole
  const value = explicit ? undefined : wholePart(edit, from, to)
  if (value !== undefined) {
    const fitting = parameters.filter(({ mode }) => mode === 'filter')
    for (const filter of fitting) {
      const left = withoutValues(filter.criteria, value)
      if (left === null) continue
      if (left === undefined)
        return {
          asks: `That is all that “${name}” asks for there: ${list(edit, [filter])}. Should the whole parameter go, or what should stand in its place?`,
        }
      return made(replaced(parameters, filter, { ...filter, criteria: left }))
    }
    if ('asks' in one) {
      const already = parametersMeant(edit, from, to, parameters).length > 0
      if (already) return one
      const note = `“${name}” asks for nothing of “${wordsIn(edit, from, to)}”: it is left out from now on.`
      return made(
        withOthers(
          parameters,
          asFilters(value).map((each) => inMode(each, 'exclude', 1)),
        ).parameters,
        note,
      )
    }
  }
  if ('asks' in one) return explicit || value !== undefined ? one : undefined
  const left = replaced(parameters, one, undefined)
  if (left.length === 0)
    return { asks: `That is the only parameter of “${name}”. What should stand in its place?` }
  return made(left)
}
