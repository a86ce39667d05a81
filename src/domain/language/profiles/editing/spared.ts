import { sameCriteria } from '../../../criteria/same.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { replaced } from './changed-parameters.ts'
import { article, endOf, made, meant, nounBefore, type ReadEdit, startOf } from './edit.ts'

const except = phrase('except|but for?', 'but|and not', 'apart|aside from', 'other than', 'all but', 'not')

/** `except the industry`, said after what was done to all of it: that one is again as it was. */
export const spared: ReadEdit = (edit, parameters, whose) => {
  if (whose.recent.length === 0) return undefined
  const opened = except(edit, startOf(edit))
  if (opened < 0) return undefined
  const from = skip(edit, opened, article)
  const one = meant(edit, from, nounBefore(edit, from, endOf(edit)), parameters, whose)
  if ('asks' in one) return one
  const before = whose.before.find(({ criteria }) => sameCriteria(criteria, one.criteria))
  return before && made(replaced(parameters, one, before))
}
