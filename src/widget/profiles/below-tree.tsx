import { MovedCard } from './moved-card.tsx'
import { RoutesCard } from './routes-card.tsx'

/** What follows the scores: what changed, and who was handed on. Rules hand on companies and the people there. */
export const BelowTree = ({ companies }: { readonly companies: boolean }) => (
  <>
    <MovedCard />
    {companies ? <RoutesCard /> : null}
  </>
)
