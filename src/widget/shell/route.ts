export type Route =
  | { readonly page: 'new' }
  | { readonly page: 'thread'; readonly id: string }
  | { readonly page: 'segments' }
  | { readonly page: 'segment'; readonly id: string; readonly tab: string | undefined }
  | { readonly page: 'audiences' }
  | { readonly page: 'audience'; readonly id: string }
  | { readonly page: 'build' }
  | { readonly page: 'compare' }
  | { readonly page: 'qualification' }
  | { readonly page: 'profile'; readonly id: string; readonly tab: string | undefined }
  | { readonly page: 'build-profile'; readonly kind: 'icp' | 'persona' }
  /** Those whom none of an ICP’s personas fits. */
  | { readonly page: 'no-persona-fit'; readonly icp: string }
  /** One company, person or customer, with how its score comes about. */
  | { readonly page: 'record'; readonly entity: string; readonly id: string }
  /** Those of an entity whom no ICP fits. */
  | { readonly page: 'no-icp-fit'; readonly of: string }
  | { readonly page: 'indicators' }
  | { readonly page: 'indicator'; readonly id: string }
  | { readonly page: 'health' }
  | { readonly page: 'data' }
  | { readonly page: 'activity' }
  | { readonly page: 'proposal'; readonly id: string }
  /** No page of ours. */
  | { readonly page: 'missing' }

/** What a path leads to. What is more, or else, than a page's own path leads nowhere. */
export function routeOf(path: string): Route {
  const [first, id, tab, ...more] = path.split('/').filter(Boolean).map(decoded)
  if (first === undefined) return { page: 'new' }
  if (more.length > 0 || (tab !== undefined && !DEEPER.has(first))) return { page: 'missing' }
  switch (first) {
    case 'threads':
      return id === undefined ? { page: 'missing' } : { page: 'thread', id }
    case 'segments':
      return id === undefined ? { page: 'segments' } : { page: 'segment', id, tab }
    case 'audiences':
      return id === undefined ? { page: 'audiences' } : { page: 'audience', id }
    case 'indicators':
      return id === undefined ? { page: 'indicators' } : { page: 'indicator', id }
    case 'proposals':
      return id === undefined ? { page: 'activity' } : { page: 'proposal', id }
    case 'data':
      return id === undefined ? { page: 'data' } : { page: 'missing' }
    case 'activity':
      return id === undefined ? { page: 'activity' } : { page: 'missing' }
    case 'health':
      return id === undefined ? { page: 'health' } : { page: 'missing' }
    case 'qualification':
      return id === undefined ? { page: 'qualification' } : { page: 'profile', id, tab }
    case 'records':
      return id === undefined || tab === undefined
        ? { page: 'missing' }
        : { page: 'record', entity: id, id: tab }
    case 'no-persona-fit':
      return id === undefined ? { page: 'missing' } : { page: 'no-persona-fit', icp: id }
    case 'no-icp-fit':
      return id === undefined ? { page: 'missing' } : { page: 'no-icp-fit', of: id }
    case 'compare':
      return id === undefined ? { page: 'compare' } : { page: 'missing' }
    case 'build':
      if (id === 'icp' || id === 'persona') return { page: 'build-profile', kind: id }
      return id === undefined ? { page: 'build' } : { page: 'missing' }
    default:
      return { page: 'missing' }
  }
}

/** Paths with a third part: a tab, or a record's id behind what it is. */
const DEEPER: ReadonlySet<string> = new Set(['segments', 'qualification', 'records'])

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A stray per cent sign: it is what it is.
    return part
  }
}
