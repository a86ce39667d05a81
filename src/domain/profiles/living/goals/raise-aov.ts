import { measured } from '../behaviours/measured.ts'
import type { Goal } from './define.ts'

export const raiseAov: Goal = {
  id: 'raise_aov',
  name: 'Raise AOV',
  said: [
    'raise|increase|lift|grow|improve|higher|better|more|boost|push the|our|my|their? aov|basket|baskets',
    'raise|increase|lift|grow|improve|higher|better|boost|push the|our|my|their? average order value|size?',
    'raise|increase|lift|grow|improve|higher|better|boost|push the|our|my|their? order|basket value|size',
    'spend more per|an|each order',
    'place|make bigger|larger orders',
    'bigger|larger orders|baskets',
    'aov',
    'average order value',
  ],
  measure: 'average order',
  unit: 'money',
  value: (ctx) => measured({ measure: 'orders', of: 'average' }, ctx),
  without: ['basket size'],
}
