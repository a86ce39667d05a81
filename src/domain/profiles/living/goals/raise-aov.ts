import { measured } from '../behaviours/measured.ts'
import type { Goal } from './define.ts'

export const raiseAov: Goal = {
  id: 'raise_aov',
  name: 'Raise AOV',
  said: [
    'aov',
    'average order',
    'order value',
    'basket value',
    'bigger orders',
    'larger orders',
    'spend more per order',
  ],
  measure: 'average order',
  unit: 'money',
  value: (ctx) => measured({ measure: 'orders', of: 'average' }, ctx),
  without: ['basket size'],
}
