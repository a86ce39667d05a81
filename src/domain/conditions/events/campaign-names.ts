import { foldText } from '#kernel/text.ts'
import { type Parser, remembered } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'

/** Campaigns that were named, and what was taken for the name of one. */
export interface NamedCampaigns {
  readonly values: readonly string[]
  readonly assumptions: readonly string[]
}

/**
 * A campaign by its whole name, or by the word that it alone begins with: "clicked Meta" of Meta Prospecting.
 * Remembered, since every slot asks at the same words, and each time all campaigns would be looked through.
 */
export const campaignNamed: Parser<NamedCampaigns> = remembered((reading, at) => {
  const link = reading.links.at(at).find(({ field }) => field === 'campaign')
  if (link !== undefined) return { value: { values: link.values, assumptions: [] }, end: link.end }
  const token = reading.tokens[at]
  if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.text) || SAYS_WHAT.test(token.word)) return undefined
  if (reading.links.at(at).length > 0 || window(reading, at) !== undefined) return undefined
  const begun = reading.situation.vocabulary
    .values('campaign')
    .filter(({ label }) => foldText(label).startsWith(`${token.word} `))
  const [only, ...others] = begun
  if (only === undefined || others.length > 0) return undefined
  const says = `“${token.text}” is read as the campaign ${only.label}.`
  return { value: { values: [only.value], assumptions: [says] }, end: at + 1 }
})

/** Words for what was sent, and when: of any campaign. */
const SAYS_WHAT =
  /^(?:sms|texts?|e?mails?|newsletters?|ads?|push|campaigns?|daily|weekly|monthly|spring|summer|autumn|fall|winter|new|sale|test|welcome|back|black|cyber|holiday|christmas|easter)$/
