import { accountBased } from './account-based.ts'
import { bothScores } from './both-scores.ts'
import type { Motion } from './define.ts'
import { inbound } from './inbound.ts'
import type { MotionId } from './shown.ts'
import { volumeOutbound } from './volume-outbound.ts'

/** Every motion, by its id. */
const motions = {
  both_scores: bothScores,
  account_based: accountBased,
  volume_outbound: volumeOutbound,
  inbound,
} as const satisfies Record<MotionId, Motion>

export const motionOf = (id: MotionId): Motion => motions[id]
