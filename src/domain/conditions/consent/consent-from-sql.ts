import { CHANNELS, type Channel } from '#db/schema.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { numberOf, oneOf, take, textTest } from '../../criteria/sql/take.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { ConsentCondition } from './consent.ts'

/** `email_consent = 'subscribed'`, `sms_reachable = 1`, rows of `v_consents`. */
export function consentFromSql(test: SqlTest, _ctx: SqlContext): SqlReading {
  if (test.kind === 'columns') return stateFromSql(test.test) ?? reachableFromSql(test.test)
  const { rows, not } = test
  if (rows.view !== 'v_consents' || rows.having.length > 0 || rows.next !== undefined) return undefined
  const tests = [...rows.tests]
  const channels = take(tests, oneOf('channel'))
  const states = take(tests, oneOf('state'))
  const [left] = tests
  if (left !== undefined) return unread(left, 'is nothing that consents can be narrowed by')
  const [channel, another] = CHANNELS.filter((one) => channels?.includes(one))
  if (channel === undefined || another !== undefined) {
    return unread(test.shown, 'asks for no one channel', "Say which: channel = 'email'.")
  }
  const consent = states === undefined ? known(channel) : stateOf(channel, states)
  if (consent === undefined) return unread(test.shown, 'asks for a state that there is not', STATES)
  return not ? { none: [consent] } : consent
}

const STATES = 'The states are subscribed and unsubscribed.'

const is = (channel: Channel, state: ConsentCondition['is']): ConsentCondition => ({
  type: 'consent',
  channel,
  is: state,
})

const known = (channel: Channel): Criteria => ({ none: [is(channel, 'unknown')] })

function stateOf(channel: Channel, states: readonly string[]): Criteria | undefined {
  const [state, another] = states
  if (states.some((one) => one !== 'subscribed' && one !== 'unsubscribed')) return undefined
  if (another !== undefined && new Set(states).size > 1) return known(channel)
  return is(channel, state === 'subscribed' ? 'subscribed' : 'unsubscribed')
}

const channelOf = (name: string, ending: 'consent' | 'reachable'): Channel | undefined =>
  CHANNELS.find((channel) => name === `${channel}_${ending}`)

function stateFromSql(test: Expression): SqlReading {
  if (test.kind === 'is' && test.what === 'null' && test.of.kind === 'column') {
    const channel = channelOf(test.of.name, 'consent')
    return channel && (test.not ? known(channel) : is(channel, 'unknown'))
  }
  // States that are joined by OR are conditions of their own.
  const found = test.kind === 'or' ? undefined : textTest(test)
  const channel = found && channelOf(found.field, 'consent')
  if (found === undefined || channel === undefined) return undefined
  const state = stateOf(channel, found.values)
  if (state === undefined) return unread(test, 'asks for a state that there is not', STATES)
  return found.not ? { all: [{ none: [state] }, known(channel)] } : state
}

/** `email_reachable = 1`, or the column alone. */
function reachableFromSql(test: Expression): SqlReading {
  const not = test.kind === 'not'
  const inner = not ? test.of : test
  if (inner.kind === 'column') {
    const channel = channelOf(inner.name, 'reachable')
    return channel && (not ? { none: [is(channel, 'reachable')] } : is(channel, 'reachable'))
  }
  if (inner.kind !== 'compare' || inner.left.kind !== 'column') return undefined
  const channel = channelOf(inner.left.name, 'reachable')
  const value = inner.right.kind === 'bool' ? Number(inner.right.value) : numberOf(inner.right)
  if (channel === undefined || (value !== 0 && value !== 1) || (inner.op !== '=' && inner.op !== '<>'))
    return undefined
  const reached = (value === 1) === (inner.op === '=')
  return reached !== not ? is(channel, 'reachable') : { none: [is(channel, 'reachable')] }
}
