/** Something that criteria can name: a segment or list, an indicator, an ICP or persona. */
export interface Named {
  readonly type: 'segment' | 'indicator' | 'profile'
  readonly id: string
  readonly name: string
}

/** Something whose criteria name others. */
export interface Naming {
  readonly type: Named['type'] | 'audience' | 'routing rule'
  readonly id: string
  readonly name: string
}
