/** Something that criteria can name: a segment or list, an indicator, an ICP or persona, a question. */
export interface Named {
  readonly type: 'segment' | 'indicator' | 'profile' | 'question'
  readonly id: string
  readonly name: string
}

/** Something whose criteria name others. */
export interface Naming {
  readonly type: Exclude<Named['type'], 'question'> | 'audience' | 'routing rule'
  readonly id: string
  readonly name: string
}
