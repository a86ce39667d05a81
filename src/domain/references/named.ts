/** Something that criteria can name: a segment or list, an indicator. */
export interface Named {
  readonly type: 'segment' | 'indicator'
  readonly id: string
  readonly name: string
}

/** Something whose criteria name others. */
export interface Naming {
  readonly type: Named['type'] | 'audience' | 'profile'
  readonly id: string
  readonly name: string
}
