import type { ParameterMode } from '../../../profiles/parameter.ts'

/**
 * How a wording of a parameter stands in its sentence: as a plural noun of its own (“fintechs”), behind “that” or “who”
 * (“use Snowflake”), behind “with” (“50-200 employees”), or by itself (“in Germany”, “employees: 50-200”).
 */
export const FORMS = ['noun', 'that', 'with', 'bare'] as const
export type Form = (typeof FORMS)[number]

/** A sentence around a wording, and what it makes of it. */
export interface Frame {
  /**
   * The message. `…` stands where the wording goes, `be …` where a verb goes in its infinitive, `BASE` for others whom the
   * profile is about.
   */
  readonly text: string
  readonly mode: ParameterMode
  /** Of what is scored; 1 where none is said. */
  readonly weight: number
}

export const frames = (mode: ParameterMode, ...texts: readonly string[]): readonly Frame[] =>
  texts.map((text) => {
    const [, weight = '1'] = /(\d+)\W*$/.exec(/weight|points|double/.test(text) ? weighed(text) : '') ?? []
    return { text, mode, weight: Number(weight) }
  })
const weighed = (text: string): string => (/double/.test(text) ? '2' : text.replace(/\D+$/, ''))

export type Frames = Readonly<Record<Form, readonly Frame[]>>
