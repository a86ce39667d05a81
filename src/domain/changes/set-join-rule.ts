import { z } from 'zod'
import { query, type Reader } from '#db/run.ts'
import { JOIN_RULES, type JoinRule, type Source } from '#db/schema.ts'
import { ConflictError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { refreshFacts } from '../facts/refresh.ts'
import { touchedCustomers } from '../facts/touched.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { findSame, sharedBy } from '../joins/find.ts'
import { joinSame } from '../joins/join-same.ts'
import { RULE_SAYS } from '../joins/read.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import { changed, defineChange, type JoinRuleOutcome } from './define.ts'

/** Sets by which rule customers of several sources are joined, and joins whom it finds now. */
export const setJoinRule = defineChange({
  schema: z.strictObject({ kind: z.literal('set_join_rule'), rule: z.enum(JOIN_RULES) }),
  async describe({ rule }, { reader }) {
    const before = ruleOf(reader)
    if (before === rule) {
      throw new ConflictError('That is the rule already', { next: 'Nothing more is needed.' })
    }
    const found = new Set(
      sharedBy(rule).flatMap((shared) => findSame(reader, shared).pairs.map(({ gone }) => gone)),
    )
    return {
      summary: `Join customers of several sources: ${NAMES[rule]}`,
      target: null,
      preview: null,
      difference: [
        ...changed('rule', NAMES[before], NAMES[rule]),
        { what: 'meaning', before: null, after: RULE_SAYS[rule] },
        {
          what: 'at once',
          before: null,
          after:
            rule === 'off'
              ? 'Who is joined stays joined, until somebody separates them.'
              : `${countOf(found.size, 'customer')} would be joined with others; each can be separated again.`,
        },
      ],
    }
  },
  version: () => null,
  apply({ rule }, { writer, by }): JoinRuleOutcome {
    const before = ruleOf(writer)
    writer.run(query.updateTable('workspace').set({ join_rule: rule }))
    const touched = touchedCustomers(writer.driver)
    const sources = new Set<Source>()
    joinSame(
      { writer, touched, now: by.at, actor: by.actor, changed: (one) => void sources.add(one) },
      'everybody',
    )
    refreshFacts(writer.driver, touched)
    raiseVersions(writer, sources)
    return { joinRule: rule, before }
  },
  undo: ({ before }: JoinRuleOutcome) => ({ kind: 'set_join_rule', rule: before }),
})

const ruleOf = (reader: Reader): JoinRule => readWorkspaceRow(reader)?.join_rule ?? 'off'

const NAMES: Readonly<Record<JoinRule, string>> = {
  off: 'never',
  email: 'by the same verified e-mail',
  email_or_phone: 'by the same verified e-mail or phone number',
}
