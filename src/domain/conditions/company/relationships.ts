/** Where a company stands with us, as people say it of several: `are prospects of ours or in the pipeline`. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    prospect: 'prospects of ours',
    pipeline: 'in the pipeline',
    customer: 'customers of ours',
    churned: 'churned',
    closed_lost: 'closed-lost',
  }),
)

export const RELATIONSHIPS: readonly string[] = [...WORDS.keys()]

export const relationshipWords = (value: string): string => WORDS.get(value.toLowerCase()) ?? value
