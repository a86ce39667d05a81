import { tools } from '#tools/index.ts'

const PROPOSING: ReadonlySet<string> = new Set(
  tools.filter(({ effect }) => effect === 'propose').map(({ name }) => name),
)

/** Does the tool draft a change? */
export const isProposing = (tool: string): boolean => PROPOSING.has(tool)
