/** Names that mean places of two kinds wherever they stand, whatever the data holds. */
export const HOMONYMS: ReadonlyMap<string, readonly (readonly [label: string, instead: string])[]> = new Map(
  Object.entries({
    georgia: [
      ['the US state', 'the US state of Georgia'],
      ['the country', 'the country Georgia'],
    ],
  }),
)
