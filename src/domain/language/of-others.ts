import { entityOf } from '../criteria/entity.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import type { Message } from './read-message.ts'

/** “How many of them …” */
export const OF_THEM = /\b(?:of|among|amongst|from) (?:them|those|these)\b/iu

/**
 * “How many of them are female?” is about those at hand, whoever else it could be asked of: why it can’t be told of
 * them. Undefined where it can, or is about nobody at hand.
 */
export function ofOthers({ text, reading }: Message): string | undefined {
  const { criteria } = reading.situation
  const entity = criteria && entityOf(criteria)
  if (entity === undefined || entity === reading.entity || !OF_THEM.test(text)) return undefined
  const { one, many } = ENTITY_WORDS[entity]
  return `Those at hand are ${many}, and that can be asked of ${ENTITY_WORDS[reading.entity].many} alone: the data says nothing of the kind of a ${one}.`
}
