/** Under which name a Shopify store’s ids are known, whether they come in its files or by its webhooks. */
export const SHOPIFY = 'shopify'
