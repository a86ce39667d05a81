export type Route =
  | { readonly page: 'new' }
  | { readonly page: 'thread'; readonly id: string }
  | { readonly page: 'segments' }
  | { readonly page: 'segment'; readonly id: string; readonly tab: string | undefined }
  | { readonly page: 'audiences' }
  | { readonly page: 'audience'; readonly id: string }
  | { readonly page: 'build' }
  | { readonly page: 'compare' }
  | { readonly page: 'indicators' }
  | { readonly page: 'indicator'; readonly id: string }
  | { readonly page: 'activity' }
  | { readonly page: 'proposal'; readonly id: string }
  /** No page of ours. */
  | { readonly page: 'missing' }

/** What a path leads to. What is more, or else, than a page's own path leads nowhere. */
export function routeOf(path: string): Route {
  const [first, id, tab, ...more] = path.split('/').filter(Boolean).map(decoded)
  if (first === undefined) return { page: 'new' }
  if (more.length > 0 || (tab !== undefined && first !== 'segments')) return { page: 'missing' }
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
    case 'activity':
      return id === undefined ? { page: 'activity' } : { page: 'missing' }
    case 'compare':
      return id === undefined ? { page: 'compare' } : { page: 'missing' }
    case 'build':
      return id === undefined ? { page: 'build' } : { page: 'missing' }
    default:
      return { page: 'missing' }
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A stray per cent sign: it is what it is.
    return part
  }
}
