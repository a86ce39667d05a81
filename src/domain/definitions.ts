import type { Reader } from '#db/run.ts'
import { type Audiences, createAudiences } from './audiences/read.ts'
import { createIndicators, type Indicators } from './indicators/read.ts'
import { createProfiles, type Profiles } from './profiles/read.ts'
import { createRoutingRules, type RoutingRules } from './routing/read.ts'
import { createSegments, type Segments } from './segments/read.ts'

/** Reads of everything that people define and that keeps its versions. */
export interface Definitions {
  readonly segments: Segments
  readonly indicators: Indicators
  readonly audiences: Audiences
  readonly profiles: Profiles
  readonly routing: RoutingRules
}

export const createDefinitions = (reader: Reader): Definitions => ({
  segments: createSegments(reader),
  indicators: createIndicators(reader),
  audiences: createAudiences(reader),
  profiles: createProfiles(reader),
  routing: createRoutingRules(reader),
})
