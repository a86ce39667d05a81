import { foldText } from '#kernel/text.ts'
import type { Behaviour } from './define.ts'
import { measured } from './measured.ts'
import { PERCENT_GRID, percent } from './share-of-orders.ts'

const MOST = 10

/** On which categories they spend. */
export const category: Behaviour = {
  name: 'category',
  traits: ({ plan, values }) =>
    values('category')
      .slice(0, MOST)
      .map(({ value, label }) => {
        const products = { category: [value] }
        return {
          id: `category:${foldText(value)}`,
          behaviour: 'category',
          rows: 'lines',
          value: measured({ measure: 'share_of_spend', products }, plan),
          empty: null,
          scale: 'even',
          grid: PERCENT_GRID,
          shown: percent,
          label: `of spend on ${label}`,
          more: {
            adjective: label,
            criteria: (bound) => ({ type: 'share', of: 'spend', products, op: '>=', value: bound }),
          },
        }
      }),
}
