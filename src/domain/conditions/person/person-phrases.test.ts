import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'

/** What a request asks for, in few signs; for anything but criteria, its kind. */
function read(text: string, criteria?: Criteria): string {
  const found = interpret(text, situation(criteria))
  if (found.kind !== 'criteria')
    return `${found.kind}${found.kind === 'question' ? ` ${found.question}` : ''}${found.kind === 'refused' ? found.reason : ''}`
  return brief(found.criteria).replaceAll('person ', '')
}

const VP_SALES = '(seniority equals VP & function equals Sales)'

describe('people at companies', () => {
  test.for([
    ['VP Sales', VP_SALES],
    ['VPs of sales', VP_SALES],
    ['sales VPs', VP_SALES],
    ['vice presidents of sales', VP_SALES],
    ['VP of Sales in Germany', `(seniority equals VP & function equals Sales & country equals DE)`],
    ['marketing VPs in the US', '(seniority equals VP & function equals Marketing & country equals US)'],
    [
      'security directors in Germany or the Netherlands',
      '(seniority equals Director & function equals Security & country in DE,NL)',
    ],
    [
      'marketing managers who have been in their job 2 to 4 years',
      '(seniority equals Manager & function equals Marketing & years_in_role between 2,4)',
    ],
    [
      'anyone in security at SaaS companies',
      '(function equals Security & works_at {type:company field:industry op:equals value:SaaS})',
    ],
    ['title is exactly Head of Data', 'title equals Head of Data'],
    ['people with the exact title Head of Data', 'title equals Head of Data'],
    ['exact title Head of Data, no variations', 'title equals Head of Data'],
    ['exactly Head of Data as the title', 'title equals Head of Data'],
    [
      'title exactly equals Marketing Director, in France',
      '(title equals Marketing Director & country equals FR)',
    ],
    ['title is exactly Head of Data or VP Sales', '(title equals Head of Data | title equals VP Sales)'],
    ['VPs with exactly 5 years of experience', '(seniority equals VP & years_experience = 5)'],
    ['people with "growth" in their title', 'title contains growth'],
    ['people with growth in their title', 'title contains growth'],
    ['sales folks below manager level', '(function equals Sales & seniority < Manager)'],
    ['anyone under VP in marketing', '(seniority < VP & function equals Marketing)'],
    ['finance people above director', '(function equals Finance & seniority > Director)'],
    ['dir+ mktg in Canada', '(seniority >= Director & function equals Marketing & country equals CA)'],
    ['c-lvl in the US', '(seniority equals C-suite & country equals US)'],
    ['senior engineers', 'question “senior”: From which level on, or with how much experience?'],
    ['CISOs', 'title means CISO'],
    ['CMOs in Canada', '(title means CMO & country equals CA)'],
    ['chief marketing officers', 'title means Chief Marketing Officer'],
    ['sales leaders, VP and above', '(function equals Sales & seniority >= VP)'],
    ['VPs of Engineering or CTOs', '((seniority equals VP & function equals Engineering) | title means CTO)'],
    [
      'data people in France or Germany with less than 3 years of experience',
      '(function equals Data & country in FR,DE & years_experience < 3)',
    ],
    [
      'security people at director level or higher, in role at least 5 years',
      '(function equals Security & seniority >= Director & years_in_role >= 5)',
    ],
    [
      'directors and up in operations, no interns',
      '(seniority >= Director & function equals Operations & not(title means Intern))',
    ],
    [
      'VP or director of HR in Canada with between 5 and 15 years of experience',
      '(seniority in VP,Director & function equals HR & country equals CA & years_experience between 5,15)',
    ],
    [
      'marketing specialists and managers in the Netherlands, less than 2 years in role',
      '(seniority in IC,Manager & function equals Marketing & country equals NL & years_in_role < 2)',
    ],
    ['CMOs and CISOs', 'title means CMO,CISO'],
    ['people with job title CTO and seniority C-suite', '(title means CTO & seniority equals C-suite)'],
    ['C-level only', 'seniority equals C-suite'],
    ['C-suite', 'seniority equals C-suite'],
    ['VP Sales and up', '(seniority >= VP & function equals Sales)'],
    ['VP+ in marketing', '(seniority >= VP & function equals Marketing)'],
    ['heads of marketing', 'title means Head of Marketing'],
    ['Head of Growth', 'title means Head of Growth'],
    ['in role under 12 months', 'years_in_role < 1'],
    ['marketers in role for less than a year', '(function equals Marketing & years_in_role < 1)'],
    ['people in their current role for more than 18 months', 'years_in_role > 1.5'],
    ['VPs who just started, under 6 months in role', '(seniority equals VP & years_in_role < 0.5)'],
    ['RevOps people with 10+ years under their belt', '(function equals RevOps & years_experience >= 10)'],
    ['RevOps people with 10+ years of experience', '(function equals RevOps & years_experience >= 10)'],
    ['title like "growth"', 'title contains growth'],
    ['people whose title starts with VP', 'title starts_with VP'],
    ['people whose title is exactly "VP Sales"', 'title equals VP Sales'],
    ['contacts with a title like "VP*Sales"', 'title like VP*Sales'],
    ['leads in finance with a phone number', '(function equals Finance & phone known)'],
    [
      'HR directors without an email address',
      '(seniority equals Director & function equals HR & email unknown)',
    ],
    ['CFOs reachable by email', '(title means CFO & email known)'],
    ['founders', 'title means Founder'],
    ['sales or marketing directors', '(seniority equals Director & function in Sales,Marketing)'],
    ['everyone in HR but not managers', '(function equals HR & not(seniority equals Manager))'],
    ['VP People', 'title means VP People'],
    ['non-managers in sales', '(not(seniority equals Manager) & function equals Sales)'],
    ['directors of product', 'title means Product Director'],
    ['marketng VPs', '(seniority equals VP & function equals Marketing)'],
    [
      'create a persona: VP Sales, 1-3 years in role',
      '(seniority equals VP & function equals Sales & years_in_role between 1,3)',
    ],
  ])('%s', ([text = '', expected]) => {
    expect(read(text)).toBe(expected)
  })

  test.for([
    'decision makers',
    'sales leaders',
    'experienced marketers',
    'people new in role',
    'VPs who just started',
  ])('%s is asked about', (text) => {
    expect(read(text)).toMatch(/^question/)
  })
})
