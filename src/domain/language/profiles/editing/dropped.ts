import { asFilters } from '../../../profiles/as-parameters.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import type { Reading } from '../../grammar/reading.ts'
import { inMode, replaced, withOthers, withoutValues } from './changed-parameters.ts'
import { modeNounAt } from './mode-words.ts'
import { article, endOf, list, made, meant, nounBefore, type ReadEdit, startOf, wordsIn } from './edit.ts'
import { parametersMeant, wholePart } from './parameter-meant.ts'

const remove = phrase(
  'drop|remove|delete|lose|ditch|cut|clear|scrap|erase',
  'get rid of',
  'take|leave|strip|kick|throw out|off?',
)
const stop = phrase(
  'stop excluding|requiring|preferring|scoring|filtering by|on|for?',
  'no longer exclude|require|prefer',
  'do not require|exclude|prefer any? more?',
)
const off = phrase('off', 'out', 'away')
const fromList = phrase('out of|from|off the|its? list|parameters?', 'from|off the|its?', 'out of the|its?')

/** `drop the funding filter`, `take the country filter off`, `take Germany out`, `stop excluding agencies` */
export const dropped: ReadEdit = (edit, parameters, whose) => {
  const { name } = whose
  const start = startOf(edit)
  const stopped = stop(edit, start)
  const opened = stopped >= 0 ? stopped : remove(edit, start)
  if (opened < 0) return undefined
  const all = listedEnd(edit, opened, endOf(edit))
  const whole = off(edit, all - 1) === all ? all - 1 : all
  const from = skip(edit, opened, article)
  if (from >= whole) return undefined
  const to = nounBefore(edit, from, whole)
  const listed = all < endOf(edit)
  const mode = listed ? modeNounAt(edit, fromList(edit, all))?.value : undefined
  const among = mode === undefined ? parameters : parameters.filter((one) => one.mode === mode)
  const one = meant(edit, from, to, among, whose)
  const explicit = listed || stopped >= 0 || to < whole
  const value = explicit ? undefined : wholePart(edit, from, to)
  if (value !== undefined) {
    const fitting = parameters.filter(({ mode }) => mode === 'filter')
    for (const filter of fitting) {
      const left = withoutValues(filter.criteria, value)
      if (left === null) continue
      if (left === undefined)
        return {
          asks: `That is all that “${name}” asks for there: ${list(edit, [filter])}. Should the whole parameter go, or what should stand in its place?`,
          choices: [`in ${name}, stop requiring ${wordsIn(edit, from, to)}`],
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

/** Where “out of the exclude list” begins at the end of an edit; its end where that is not said. */
function listedEnd(edit: Reading, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    const behind = fromList(edit, at)
    const mode = behind < 0 ? undefined : modeNounAt(edit, behind)
    if (mode !== undefined && skip(edit, mode.end, listWord) >= end) return at
  }
  return end
}
const listWord = phrase('list|parameters|ones')
