/** Spellings of "is" where somebody says what has to hold: `spend must be over 200`, `should have been before May`. */
export const SHOULD_BE = ['should|must be|have been?', 'has|have|had|needs|need|ought to be'] as const
