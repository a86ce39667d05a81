/** The events that can be left unfinished: a cart, a checkout, browsing. */
export const ABANDONABLE = ['added_to_cart', 'started_checkout', 'viewed_product'] as const
export type Abandonable = (typeof ABANDONABLE)[number]
