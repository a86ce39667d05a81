import { z } from 'zod'
import { type Found, healthReportSchema } from '#domain/health/shown.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { defineTool } from '../define.ts'

/** Of each finding so many parts and examples are told. */
const TOLD = 5

export const getHealth = defineTool({
  name: 'get_health',
  title: 'Data health',
  description: 'How good the data is: a score and findings, with what to do.',
  input: z.strictObject({ finding: z.string().optional().describe('Its id, for examples') }),
  output: z.object({ health: healthReportSchema }),
  effect: 'read',
  async handler({ finding }, { health, signal }) {
    const report = await health.report({ signal })
    const { score, explained, findings, notLookedAt } = report
    if (finding !== undefined) {
      const found = findings.find(({ id }) => id === finding)
      if (found === undefined) {
        throw new NotFoundError(`Nothing was looked at by the name “${finding}”`, {
          next: 'Name one of these, or none for all.',
          choices: findings.map(({ id }) => id),
          path: ['finding'],
        })
      }
      return { content: whole(found), details: { health: report } }
    }
    const content = [
      score === null ? 'No score.' : `Data health: ${score} of 100.`,
      explained,
      ...findings.map(
        ({ id, title, says, lost, weight }) => `- ${title} (${id}, −${lost} of ${weight}): ${says}`,
      ),
      ...(notLookedAt.length === 0 ? [] : [`Nothing to look at: ${notLookedAt.join(', ')}.`]),
    ].join('\n')
    return { content, details: { health: report } }
  },
})

const whole = ({ title, says, why, parts, examples, costs, next }: Found): string =>
  [
    `${title}: ${says}`,
    ...parts
      .slice(0, TOLD)
      .map(
        ({ label, affected, of }) =>
          `- ${fence(label)}: ${affected.toLocaleString('en-US')} of ${countOf(of, 'row')}`,
      ),
    ...examples.slice(0, TOLD).map((example) => `- ${fence(example, 200)}`),
    `Score: ${why}.`,
    costs,
    `What to do: ${next.words}`,
  ].join('\n')
