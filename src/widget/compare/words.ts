/** The address of a comparison: of segments or previews, by their ids. */
export const comparePath = (a: string, b: string): string => `/compare?${new URLSearchParams({ a, b })}`
