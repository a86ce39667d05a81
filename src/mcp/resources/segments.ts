import type { Segment } from '#domain/segments/schema.ts'
import { countOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'

/** The segments there are, one a line. */
export const segmentsText = (segments: readonly Segment[]): string =>
  ['# Segments', ...segments.map((segment) => `- ${line(segment)}`)].join('\n')

/** One segment with its criteria. */
export function segmentText(segment: Segment): string {
  const { description, criteria, objective, campaignType, version, updatedAt } = segment
  return [
    `# ${line(segment)}`,
    ...(description === '' ? [] : [fence(description, 500)]),
    ...(objective === null ? [] : [`Objective: ${objective}`]),
    ...(campaignType === null ? [] : [`Campaign type: ${campaignType}`]),
    `Version ${version}, changed ${updatedAt}`,
    criteria === null
      ? 'A list that comes from elsewhere: it has no criteria.'
      : `Criteria: ${JSON.stringify(criteria)}`,
  ].join('\n')
}

function line({ id, name, kind, members, refreshedAt }: Segment): string {
  const size = members === null ? 'not counted yet' : `${countOf(members, 'customer')} on ${refreshedAt}`
  return `${fence(name)} (${id}, ${kind}): ${size}`
}
