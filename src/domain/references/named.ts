/** Something that criteria can name: a segment or list, an indicator. */
export interface Named {
  readonly type: 'segment' | 'indicator'
  readonly id: string
  readonly name: string
}
