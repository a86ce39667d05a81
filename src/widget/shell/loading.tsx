import type { ComponentChildren } from 'preact'

/** Something is on its way: said to those who can't see that the page is not complete. */
export const Loading = ({ children = 'Loading…' }: { children?: ComponentChildren }) => (
  <p class="muted loading" role="status">
    {children}
  </p>
)
