/** The address of an audience's page. By id, or by name. */
export const audiencePath = (idOrName: string): string => `/audiences/${encodeURIComponent(idOrName)}`
