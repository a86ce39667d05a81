import { ICP_FRAMES } from './icp-frames.ts'
import { PERSONA_FRAMES } from './persona-frames.ts'

/** The sentences of each kind of profile. One line there tries every wording in one more. */
export const FRAMES = { icp: ICP_FRAMES, persona: PERSONA_FRAMES } as const

/** Others whom a profile is about: the first of which nothing in the wording says anything, and the fields that does. */
export const BASES = {
  icp: [
    { text: 'fintech companies', about: ['industry'] },
    { text: 'companies in the Netherlands', about: ['country', 'region'] },
  ],
  persona: [
    { text: 'marketing people', about: ['function', 'title'] },
    { text: 'people in the Netherlands', about: ['country'] },
  ],
} as const
