import { RFM_SEGMENTS } from '../../rfm/patterns.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Link } from '../../language/linking/links.ts'
import {
  allOf,
  anyOf,
  doubtful,
  type Doubt,
  type Meaning,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'

const inWord = phrase(
  'in|within|inside|from|of|into|on|using|use',
  'member|members|part|people of|in',
  'belong|belongs|belonging to|in',
  'in|on|from both|either|all',
  'both|either in',
  'people|customers|everyone in|from',
  'show|shows|showing|appear|appears|appearing|turn|turns|come|comes|found|listed up? in|on|within',
  'sit|sits|sitting|included|contained|present in|on',
)
const kindBefore = phrase(
  'the|our|my? segment|list|audience|group|segments|lists',
  'segment|list|audience|group called|named',
  'the|our|my',
  'both|either',
  'the segment|list called|named',
)
const kindAfter = phrase(
  'segment|list|audience|group|segments|lists|members|member|people|customers',
  'list members',
)
const joint = phrase(
  'and|or|,|nor',
  ', and|or',
  'and|or in|also?',
  'as well as',
  'and also in?',
  'and|or the',
)

interface Mention {
  readonly criteria: Criteria
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

/** `in VIP`, `not in the Newsletter list`, `in both VIP and At Risk EU`, bare `VIPs`. */
const member: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = inWord(reading, start)
  const first = mention(reading, opened >= 0 ? opened : start)
  if (first === undefined) return undefined
  const mentions = [first.value]
  let any = false
  let end = first.end
  for (;;) {
    const next = opened < 0 ? -1 : joint(reading, end)
    const found = next < 0 ? undefined : mention(reading, next)
    if (found === undefined) break
    if (reading.tokens.slice(end, next).some((token) => token.word === 'or' || token.word === 'nor'))
      any = true
    mentions.push(found.value)
    end = found.end
  }
  const parts = mentions.map((one) => one.criteria)
  // "not in A or B" is in neither; "not in A and B" is commonly meant so too.
  const joined = any || negative ? anyOf(parts) : allOf(parts)
  const assumptions = mentions.flatMap((one) => one.assumptions)
  const doubts = mentions.flatMap((one) => one.doubts)
  const criteria = negative ? negated(joined) : joined
  const nominal = opened < 0 && !negative
  return {
    value: {
      ...(doubts.length > 0 ? doubtful(...doubts) : { criteria, assumptions, doubts }),
      people: true,
      ...(nominal ? { nominal: true as const } : {}),
    },
    end,
  }
}

function mention(reading: Reading, at: number): Found<Mention> | undefined {
  const said = kindBefore(reading, at)
  const start = skip(reading, at, kindBefore)
  const links = reading.links.at(start).filter((link) => link.field === 'segment')
  const [link] = links
  const [id] = link?.values ?? []
  if (link === undefined || id === undefined) return undefined
  const rivals = reading.links
    .at(start)
    .filter((one) => one.end >= link.end && one.match === 'whole' && one.field !== 'segment')
  if (rivals.some((one) => one.end > link.end)) return undefined
  const after = kindAfter(reading, link.end)
  const explicit =
    after >= 0 ||
    (said >= 0 &&
      reading.tokens.slice(at, said).some((token) => /^(?:segment|list|audience|group)s?$/.test(token.word)))
  const { assumptions, doubts } = explicit ? { assumptions: [], doubts: [] } : versus(link, rivals, start)
  const rfm = RFM_SEGMENTS.find((name) => name === link.label && id.startsWith('seg_rfm_'))
  const criteria: Criteria =
    rfm === undefined ? { type: 'segment', segment: id } : { type: 'rfm', segment: [rfm] }
  return { value: { criteria, assumptions, doubts }, end: after >= 0 ? after : link.end }
}

/** A tag of the same name gives way, and is mentioned; a category or brand makes it a question. */
function versus(link: Link, rivals: readonly Link[], from: number): Omit<Mention, 'criteria'> {
  const tag = rivals.find((one) => one.field === 'tags')
  const product = rivals.find((one) => one.field === 'category' || one.field === 'brand')
  const doubts =
    product === undefined
      ? []
      : [
          question(
            from,
            link.end,
            `“${link.label}” is a segment and a ${product.field}. Which do you mean?`,
            [
              [`the segment ${link.label}`, `in the segment ${link.label}`],
              [
                `bought from the ${product.field} ${product.label}`,
                `bought ${product.field} ${product.label}`,
              ],
            ],
          ),
        ]
  const assumptions =
    tag === undefined
      ? []
      : [`“${link.label}” is read as the segment or list ${link.label}, not as the tag ${tag.label}.`]
  return { assumptions, doubts }
}

export const segmentPhrases: readonly Parser<Meaning>[] = [member]
