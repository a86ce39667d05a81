/** What clients that want few tools choose from. Apart from the tools, so that naming them loads none. */
export const TOOLSET_NAMES = ['segments', 'audiences', 'indicators', 'profiles', 'routing', 'data'] as const

/** `core` is what all others build on: every client has it. */
export type ToolsetName = 'core' | (typeof TOOLSET_NAMES)[number]
