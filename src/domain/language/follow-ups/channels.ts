import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import { type Change, changeOf, conditionsOf, replacing } from './edit.ts'
import type { FollowUp } from './refined.ts'

type Channel = 'email' | 'sms'

const CHANNELS: readonly (readonly [Channel, Phrase])[] = [
  ['email', phrase('email|emails|mail|newsletter', 'by|via|for email|mail', 'email subscribers')],
  ['sms', phrase('sms|text|texts', 'text messages|message', 'by|via|for sms|text', 'sms subscribers')],
]

/** "make that SMS instead": the channel that the consent or the clicks at hand are of. */
export function channelInstead({ reading, current }: FollowUp, at: number, to: number): Change | undefined {
  const channel = CHANNELS.find(([, words]) => words(reading, at) === to)?.[0]
  if (channel === undefined) return undefined
  const edits = conditionsOf(current).flatMap((condition) => {
    const put = through(condition, channel)
    return put === undefined ? [] : [replacing(current, condition, put, 'this channel instead')]
  })
  return edits.length === 0 ? undefined : changeOf(edits, 'Which part should it stand in for?')
}

/** The same of another channel. Nobody can tell whether a text message was opened. */
function through(condition: Criteria, channel: Channel): Criteria | undefined {
  if (!isCondition(condition)) return undefined
  if (condition.type === 'consent')
    return condition.channel === channel ? undefined : { ...condition, channel }
  const before = channel === 'sms' ? 'clicked_email' : 'clicked_sms'
  if (condition.type !== 'events' || condition.event.length !== 1 || condition.event[0] !== before)
    return undefined
  return { ...condition, event: [`clicked_${channel}`] }
}
