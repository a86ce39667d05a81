import type { Command } from '../interpretation.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { type Commanded, done } from './commanded.ts'
import { customerAt } from './one-customer.ts'

/**
 * What people say around somebody and a segment, whatever they ask: why, whether, since when. None of these says
 * what is to be done to anybody, so that a message of them, one customer and segments can only ask where that one is.
 */
const AROUND = new Set(
  `a an the this that these those it its my our your i we you me us he she they him her his their one ones who
  and or but if so then as of in on into onto to from for with by at out up under inside within between about
  ? . , ; : - – — ! ( ) ' s 's
  is are was were be been being am isn isnt aren arent wasn wasnt do does did don dont doesn doesnt didn didnt not no
  has have had can could would should will may might must shall
  there here contain contains hold holds include includes
  why how what which where when whether come reason exactly actually really currently still now today already also
  both all any every each either same once time moment right apparently supposedly somehow again please pls
  segment segments list lists group groups audience audiences bucket buckets cohort cohorts rfm
  customer customers client person somebody someone two three more than
  think thought believe guess assume say says said told tell heard hear see saw seen show shows showing explain check
  look up find know wonder wondering understand sure want need like
  belong belongs belonging sit sits sitting land lands landed fall falls fell end ends ended appear appears appearing
  listed placed put assigned included excluded member members part make makes made qualify qualifies qualified fit fits
  match matches meet meets pass passes fail fails failed count counts counted get gets got go goes went
  supposed should expected correct true wrong mistake
  bit score scores condition conditions criterion criteria rule rules requirement requirements parts piece thing
  missing misses lacks lacking short off keeps keeping kept stops because`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)
/** Of whom were counted last. */
const IN_IT =
  /\b(?:make|makes|qualify|qualifies|match|matches|fit|fits|pass|passes|meet|meets)\b|\bin(?:cluded)?\s+(?:it|there|that|this)\b|\bin\s*\?/iu
const WHICH = /\b(?:which|what|any|all)\b.*\b(?:segments?|lists?|groups?|audiences?|buckets?|cohorts?)\b/iu

const ONLY_ONE = 'Each customer with an order is in exactly one of the twelve RFM segments.'

/**
 * Where one customer is: `in which lists is customer 2048?`, `customer 512 shows up in Hibernating, how come?`,
 * `would customer 77 make it?` of whoever is at hand.
 */
export function whereIsOne(reading: Reading): Commanded | undefined {
  const { tokens, situation } = reading
  let customer: string | undefined
  const segments = new Set<string>()
  for (let at = 0; at < tokens.length; ) {
    const link = reading.links.at(at).find(({ field }) => field === 'segment')
    const one = link === undefined ? someoneAt(reading, at) : undefined
    if (one !== undefined && (customer === undefined || customer === one.value)) {
      customer = one.value
      at = one.end
    } else if (link !== undefined) {
      for (const id of link.values) segments.add(id)
      at = link.end
    } else if (AROUND.has(tokens[at]?.word ?? '')) at += 1
    else return undefined
  }
  if (customer === undefined) return undefined
  const [segment, ...others] = segments
  const rfm = tokens.some(({ word }) => word === 'rfm')
  const listed: Command = { do: 'list_segments', customer }
  if (segment === undefined)
    return situation.criteria !== undefined && !WHICH.test(reading.text) && IN_IT.test(reading.text)
      ? done({ do: 'explain_customer', customer })
      : WHICH.test(reading.text) || rfm
        ? done(listed)
        : undefined
  return others.length > 0 ? done(listed, ONLY_ONE) : done({ do: 'explain_customer', customer, segment })
}

/** `customer 512`, `c17`, `anna@example.com`; a name of one word may be anything. */
function someoneAt(reading: Reading, at: number): Found<string> | undefined {
  const found = customerAt(reading, at)
  return found !== undefined && (/[@\d]/u.test(found.value) || found.value.includes(' ')) ? found : undefined
}
