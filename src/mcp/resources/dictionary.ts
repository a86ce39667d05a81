import type { Services } from '#domain/services.ts'
import { percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'

/** More values than these only make it longer; the tools find the others. */
const COMMONEST = 8

/** Which data there is: every field of the workspace, how well it is filled and its commonest values. */
export function dictionaryText({
  workspace,
  vocabulary,
}: Pick<Services, 'workspace' | 'vocabulary'>): string {
  const { name, zone, currency } = workspace()
  const fields = vocabulary.fields().map(({ name: field, label, type, filled, values }) => {
    const some = values.slice(0, COMMONEST).map(({ value, label: shown }) => valueText(value, shown))
    const share = filled === 0 ? 'no value at all' : `known of ${percentOf(filled, 1)}`
    return `- ${field} (${label}; ${type}; ${share})${some.length > 0 ? `: ${some.join(', ')}` : ''}`
  })
  return [
    `# What data ${fence(name)} has`,
    `Money is in ${currency.code}; days begin in the zone ${zone}. Text between ⟦ and ⟧ comes from the data.`,
    ...fields,
  ].join('\n')
}

const valueText = (value: string, label: string): string =>
  value === label ? fence(value) : `${fence(value)} (${fence(label)})`
