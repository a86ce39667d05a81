import { describe, expect, test } from 'vitest'
import { saysSomething, titleMeans } from './title-meaning.ts'

const MEANT: Readonly<Record<string, { yes: readonly string[]; no: readonly string[] }>> = {
  'VP Sales': {
    yes: [
      'VP Sales',
      'VP of Sales',
      'Vice President, Commercial Sales',
      'VP of Sales EMEA',
      'SVP Sales, Americas',
      'Regional VP - Sales EMEA',
      'Vice-President Sales & Marketing',
      'V.P. Sales',
      'Sales VP',
      'vp, global sales',
    ],
    no: [
      'Assistant to the VP Sales',
      'VP Sales Assistant',
      "Sales VP's Office Manager",
      'Sales VP’s Office Manager',
      'Product Marketing VP',
      'VP Marketing',
      'VP Sales Operations',
      'Sales Director',
      'Executive Assistant, Office of the VP Sales',
      'Former VP Sales',
      'ex-VP Sales',
      'President of Sales',
      'Intern to the VP of Sales',
      'Advisor to the VP of Sales',
    ],
  },
  CRO: {
    yes: ['CRO', 'Chief Revenue Officer', 'Chief Revenue Officer & Co-Founder'],
    no: ['Chief Revenue Operations Officer', 'VP Revenue', 'Chief of Staff to the CRO', 'CMO'],
  },
  RevOps: {
    yes: ['VP RevOps', 'Director, Revenue Operations', 'Sales Operations Manager', 'Rev Ops Lead'],
    no: ['VP Sales', 'Operations Director', 'Chief Revenue Officer'],
  },
  'Head of Marketing': {
    yes: ['Head of Marketing', 'Marketing Head', 'Global Head of Marketing', 'Head of Growth Marketing'],
    no: ['Head of Growth', 'Marketing Director', 'Assistant to the Head of Marketing', 'Head Barista'],
  },
  'heads of marketing': { yes: ['Head of Marketing'], no: ['VP Marketing'] },
  'VP Product Marketing': { yes: ['Product Marketing VP'], no: ['VP Marketing', 'VP Product'] },
  'VP and up': {
    yes: ['VP Sales', 'SVP', 'CEO', 'Founder & CEO', 'Managing Director', 'President'],
    no: ['Director of Sales', 'Head of Sales', 'Assistant to the CEO', 'Office of the CEO', 'Sommelier'],
  },
  'VP Sales and up': {
    yes: ['VP Sales', 'Chief Sales Officer'],
    no: ['CEO', 'Sales Director', 'VP Marketing'],
  },
  'C-level': { yes: ['CEO', 'Chief People Officer', 'Owner'], no: ['VP', 'Chief of Staff'] },
  'Director level': { yes: ['Head of Ops', 'Senior Director'], no: ['Managing Director', 'VP'] },
  Director: {
    yes: ['Associate Director', 'Director, Key Accounts'],
    no: ['Head of Ops', 'Managing Director'],
  },
  Manager: {
    yes: ['Sales Manager', 'Senior Manager, Ops'],
    no: ['Product Manager', 'Account Management Lead'],
  },
  'Product Manager': {
    yes: ['Senior Product Manager', 'Product Manager, Ads'],
    no: ['Product Marketing Manager'],
  },
  CISO: {
    yes: ['CISO', 'Chief Information Security Officer'],
    no: ['Chief Information Officer', 'CIO', 'Security Director'],
  },
  CTO: { yes: ['CTO', 'Chief Technology Officer'], no: ['COO', 'VP Technology'] },
  CEO: { yes: ['Co-Founder & CEO', 'Chief Executive Officer'], no: ['Executive Assistant to the CEO'] },
  Founder: { yes: ['Co-Founder', 'Founder & CEO'], no: ["Founder's Associate"] },
  HR: {
    yes: ['VP People', 'HR Director', 'People Ops Manager', 'Chief People Officer'],
    no: ['Operations Manager'],
  },
  'Growth Marketing Lead': {
    yes: ['growth marketing lead', 'Lead, Growth Marketing'],
    no: ['Marketing Lead'],
  },
  'Sr. Account Executive': { yes: ['Senior Account Executive'], no: ['Account Executive'] },
  SDR: { yes: ['Sales Development Representative', 'SDR'], no: ['BDR'] },
  Intern: { yes: ['Marketing Intern', 'Working Student Sales'], no: ['Internal Auditor'] },
  Sommelier: { yes: ['Head Sommelier'], no: ['Barista'] },
}

describe('titles by meaning', () => {
  test.for(Object.entries(MEANT))('%s', ([asked, { yes, no }]) => {
    expect(yes.filter((title) => !titleMeans(title, asked))).toEqual([])
    expect(no.filter((title) => titleMeans(title, asked))).toEqual([])
  })
})

test('small words alone say nothing', () => {
  expect(['of the', '', '&', ', -'].filter(saysSomething)).toEqual([])
  expect(['VP', 'growth', 'C-level', 'Ärztin'].filter((one) => !saysSomething(one))).toEqual([])
})
