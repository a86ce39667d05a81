import { foldText } from '#kernel/text.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import type { NamesContext, Problem } from '../define.ts'
import { quotedWords } from '../shared/value-words.ts'
import { optionsOf, questionCalled } from './answer-named.ts'
import type { AnswerAsked } from './answer-shape.ts'

/** What is wrong with asking for an answer: a question that nobody asked, or what nobody can answer to it. */
export function answerProblems(
  entity: Entity,
  { question, answer, mentions }: AnswerAsked,
  ctx: Pick<NamesContext, 'questions'>,
): readonly Problem[] {
  const { one, many } = ENTITY_WORDS[entity]
  const asked = ctx.questions().filter((each) => each.entity === entity)
  const found = questionCalled(ctx.questions(), question, entity)
  if (found?.entity !== entity) {
    const message =
      question === '' ? 'No question is chosen' : `No question ${quotedWords(question)} is asked of ${many}`
    if (asked.length === 0)
      return [{ path: ['question'], message, next: 'Ask it in an ICP or a persona first.' }]
    const choices = asked.map(({ text }) => text)
    return [{ path: ['question'], message, next: 'Take one of those that are asked.', choices }]
  }
  if (!found.answered) {
    const message = `${quotedWords(found.text)} is not answered for any ${one} yet`
    return [{ path: ['question'], message, next: 'Have it answered first, or leave this condition out.' }]
  }
  const options = optionsOf(found)
  if (options === undefined) {
    if (answer === undefined) return []
    const message = `${quotedWords(found.text)} is answered by a text in the model’s own words`
    return [{ path: ['answer'], message, next: 'Say what stands in it: mentions.' }]
  }
  if (mentions !== undefined) {
    const message = `${quotedWords(found.text)} is answered by one of ${options.length}, which holds no other words`
    return [{ path: ['mentions'], message, next: 'Say which: answer.', choices: options }]
  }
  const known = new Set(options.map(foldText))
  return (answer ?? []).flatMap((value, at) => {
    if (known.has(foldText(value))) return []
    const message = `${quotedWords(value)} is no answer to ${quotedWords(found.text)}`
    return [{ path: ['answer', at], message, next: 'Take one that is.', choices: options }]
  })
}
