/** Links to pages of our own. `//host` and `/\\host` would lead to another site. */
export const OWN_PAGE = /^(?:\/(?![/\\])|#)/
