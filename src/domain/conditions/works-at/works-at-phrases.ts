import type { Criteria } from '../../criteria/schema.ts'
import { isCondition } from '../../criteria/node.ts'
import {
  longest,
  type Found,
  type Parser,
  type Reading,
  remembered,
  wordAt,
} from '../../language/grammar/reading.ts'
import { linkedList, valuesOf } from '../../language/grammar/linked-list.ts'
import { type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { oneOf } from '../company/company-criteria.ts'
import { earns } from '../company/size-phrases.ts'
import { personPhrases } from '../person/person-phrases.ts'
import { bracketed, chain } from '../shared/nested-phrases.ts'
import type { WorksAtCondition } from './works-at.ts'

const works = phrase(
  'whose|the|their? employer|employers|company|companies is|are|be',
  'whose|the|their? employer|employers|company|companies :|on|with|uses|has|using',
  'whose|the|their? employer|employers|company|companies is|are? on|in|at|based|located in?',
  'employer|employers',
  'at|for|from|inside',
  'in|within|of',
  'work|works|working|employed|worked at|for|in|by',
  'on the payroll of',
  'whose|where|the|their? company|employer',
  'who|that work|works|working at|for|in',
  'whose company|employer|account is|are|has|have|uses|use?',
  'at|for|in companies|company|accounts|firms',
)
const called = phrase('at|for|from', 'work|works|working|employed at|for', 'who|that work|works at|for')
const outside = phrase('outside of?', 'anywhere but at|in?')
const companies = phrase('companies|company|accounts|account|firms|businesses|organisations|organizations')
const relative = phrase('that|which|who|whose')

const own = longest(...personPhrases)

/** `at SaaS companies using Snowflake`, `in fintech`, `SaaS` before “CMOs”, `at Acme`, `not agencies`. */
const worksAt: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const away = outside(reading, polar)
  const opened = away >= 0 ? away : Math.max(works(reading, polar), companiesApart(reading, polar))
  const exact = opened < 0 ? undefined : whole(reading, opened)
  const found =
    opened < 0 ? bare(reading, polar) : (exact ?? named(reading, polar) ?? inside(reading, polar, opened))
  if (found === undefined) return undefined
  const opposite = negative !== away >= 0
  const { criteria } = found.value
  const employed =
    criteria === undefined ? undefined : exact === undefined ? employment(criteria) : atThose(criteria)
  return {
    value: {
      ...found.value,
      ...(employed === undefined ? {} : { criteria: opposite ? negated(employed) : employed }),
      ...(opened < 0 && polar === at && found.value.nominal === true ? { nominal: true as const } : {}),
    },
    end: found.end,
  }
}

/** “C-level only, companies under 50 employees”: behind a sign they are where people work. */
const companiesApart = (reading: Reading, at: number): number =>
  at > 0 && /^[,;(]$/.test(wordAt(reading, at - 1)) ? companies(reading, at) : -1

/** What is denied of a company is denied of whoever works there: those whose company nobody knows included. */
function employment(company: Criteria): Criteria {
  if (!isCondition(company) && 'none' in company) {
    return { none: company.none.map((one) => employment(one)) }
  }
  if (!isCondition(company) && 'all' in company) {
    const denied = company.all.filter((one) => !isCondition(one) && 'none' in one)
    const asked = company.all.filter((one) => !denied.includes(one))
    if (denied.length > 0 && asked.length > 0) {
      const [only] = asked
      return {
        all: [
          atThose(asked.length === 1 && only !== undefined ? only : { all: asked }),
          ...denied.map(employment),
        ],
      }
    }
  }
  return atThose(company)
}

const atThose = (company: Criteria): WorksAtCondition => ({ type: 'works_at', company })

/** `companies that (are in the industry SaaS and use Snowflake)` */
function whole(reading: Reading, from: number): Found<Meaning> | undefined {
  const noun = skip(reading, from, companies)
  const found = bracketed(reading, skip(reading, noun, relative), 'company')
  return found && { value: { ...found.value }, end: found.end }
}

/** `at Acme or Beta Works` */
function named(reading: Reading, from: number): Found<Meaning> | undefined {
  const opened = called(reading, from)
  const list = opened < 0 ? undefined : linkedList(reading, opened, 'company.name')
  if (list === undefined) return undefined
  return {
    value: { criteria: oneOf('name', valuesOf(list.value)), assumptions: [], doubts: [] },
    end: list.end,
  }
}

const inside = (reading: Reading, at: number, from: number): Found<Meaning> | undefined => {
  const found = chain(reading, from, 'company', { unit: (others, place) => others.unit(others, place), own })
  // “In Germany” is where people are, as long as no company is named.
  const certain =
    (/^(?:by|of|employers?|company|companies|account)$/.test(wordAt(reading, from - 1)) && from > at + 1) ||
    (from > at && reading.tokens.slice(at, from).some(({ word }) => COMPANY.test(word))) ||
    isTheirPlace(reading, from) ||
    // "at French Series A companies": the place is that of the companies that it ends in.
    (/^(?:at|for)$/.test(wordAt(reading, from - 1)) &&
      found !== undefined &&
      COMPANY.test(wordAt(reading, found.end - 1)))
  if (found === undefined || (!certain && !found.value.headed && isEverybodys(found.value.criteria)))
    return undefined
  // So it is where it has to be asked which place that is.
  if (!found.value.headed && found.value.doubts.length > 0 && own(reading, at) !== undefined) return undefined
  const either = alternative(reading, found)
  if (either !== undefined) return either
  const { criteria, assumptions, doubts } = found.value
  return { value: { ...(criteria === undefined ? {} : { criteria }), assumptions, doubts }, end: found.end }
}

/** “CFOs of US manufacturers”: a place right before what companies are called is theirs; “in France using AWS” is not. */
function isTheirPlace(reading: Reading, at: number): boolean {
  const others = reading.as('company')
  const place = others.unit(others, at)
  const trade = place === undefined ? undefined : others.unit(others, place.end)
  return (
    isPlace(place?.value.criteria) && trade?.value.nominal === true && !isEverybodys(trade.value.criteria)
  )
}

const isPlace = (criteria: Criteria | undefined): boolean =>
  criteria !== undefined && isCondition(criteria) && 'field' in criteria && criteria.field === 'country'

const or = phrase('or', 'or at|in|for|from', 'or at|in|for|from companies|accounts that|which')

/** “At agencies or in fintech”: either of two employers. */
function alternative(
  reading: Reading,
  { value: first, end }: Found<Pick<Meaning, 'criteria' | 'assumptions' | 'doubts'>>,
): Found<Meaning> | undefined {
  const behind = or(reading, end)
  const found =
    behind < 0 || own(reading, end + 1) !== undefined || own(reading, behind) !== undefined
      ? undefined
      : chain(reading, behind, 'company', { unit: (others, place) => others.unit(others, place), own })
  if (found?.value.criteria === undefined || first.criteria === undefined) return undefined
  if (isEverybodys(found.value.criteria) && !found.value.headed) return undefined
  return {
    value: {
      criteria: { any: [first.criteria, found.value.criteria] },
      assumptions: [...first.assumptions, ...found.value.assumptions],
      doubts: [...first.doubts, ...found.value.doubts],
    },
    end: found.end,
  }
}

/** "People making over 80k" earn it; "people at companies in Germany making over 5 million" work there. */
const ofCompany = ({ tokens }: Reading, at: number): boolean =>
  !/^(?:who|they)$/.test(tokens[at - 1]?.word ?? '') &&
  tokens.slice(0, at).some(({ word }) => COMPANY.test(word))
const COMPANY =
  /^(?:compan(?:y|ies)|accounts?|firms?|business(?:es)?|organi[sz]ations?|employers?|startups?)$/

/** Without a word that says so, only what can be said of companies and of nobody there. */
function bare(reading: Reading, from: number): Found<Meaning> | undefined {
  if (earns(reading, from) >= 0 && !ofCompany(reading, from)) return undefined
  const others = reading.as('company')
  const found = others.unit(others, from)
  if (found?.value.criteria === undefined || found.value.doubts.length > 0) return undefined
  // “Heads of sales with a team of 10”: their own, and not all who work there.
  if (reading.tokens.slice(from, found.end).some(({ word }) => /^teams?$/.test(word))) return undefined
  if (isEverybodys(found.value.criteria) || own(reading, from) !== undefined) return undefined
  const noun = found.value.nominal === true ? companies(others, found.end) : -1
  return { value: found.value, end: Math.max(noun, found.end) }
}

const EVERYBODYS = new Set(['country', 'region', 'city', 'name', 'id', 'domain', 'relationship'])

/** What people have as well: they are asked about themselves. */
function isEverybodys(criteria: Criteria | undefined): boolean {
  if (criteria === undefined) return false
  if (isCondition(criteria))
    return 'field' in criteria
      ? EVERYBODYS.has(criteria.field)
      : criteria.type === 'has_people' || criteria.type === 'company_profile'
  const parts = 'all' in criteria ? criteria.all : 'any' in criteria ? criteria.any : criteria.none
  return parts.some(isEverybodys)
}

export const worksAtPhrases: readonly Parser<Meaning>[] = [remembered(worksAt)]
