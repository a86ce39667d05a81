import { conversations } from './conversations/conversations.ts'
import type { Suite } from './define.ts'
import { faithfulness } from './faithfulness/faithfulness.ts'
import { safety } from './safety/safety.ts'
import { trajectories } from './trajectories/trajectories.ts'
import { understanding } from './understanding.ts'

/** Every suite, in the order in which they run. */
export const suites: readonly Suite[] = [understanding, trajectories, safety, faithfulness, conversations]
