/** Spellings of what says that the words behind it mean the same as those before, and more exactly. */
export const THAT_IS: readonly string[] = [
  ',|-|(|:? i . e . ,?',
  ',|-|(|:? ie|i.e.|meaning|namely ,?',
  ',|-|(|:? that is|means ,?',
  ',|-|(|:? by which i|we mean ,?',
  ',|-|(|:? as in ,?',
]
