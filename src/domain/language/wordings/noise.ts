/** What fingers, phones and haste do to a sentence. None of it changes what is meant. */
export const NOISES: Readonly<Record<string, (text: string) => string>> = {
  'in capitals': (text) => text.toUpperCase(),
  'in small letters without apostrophes': (text) => text.toLowerCase().replaceAll(/[’']/g, ''),
  'with short forms': (text) =>
    text
      .replaceAll(/\bwithout\b/g, 'w/o')
      .replaceAll(/\bwith\b/g, 'w/')
      .replaceAll(/\bcustomers\b/g, 'custs')
      .replaceAll(/\band\b/g, '&')
      .replaceAll(/\bpeople\b/g, 'ppl'),
  'with signs behind it': (text) => `${text}!! 🙏`,
  'over two lines': (text) => text.replace(/ who /, '\n  who '),
  'with two letters swapped': inLongest(
    (word, at) => word.slice(0, at) + swapped(word, at) + word.slice(at + 2),
  ),
  'with a letter left out': inLongest((word, at) => word.slice(0, at) + word.slice(at + 1)),
  'with a letter typed twice': inLongest((word, at) => word.slice(0, at + 1) + word.slice(at)),
}

const swapped = (word: string, at: number): string => `${word[at + 1] ?? ''}${word[at] ?? ''}`

/** Slips are made in the middle of the longest word, where they are made and read over most often. */
function inLongest(slip: (word: string, at: number) => string): (text: string) => string {
  return (text) => {
    const [longest] = (text.match(/[a-z]{5,}/gi) ?? []).toSorted((a, b) => b.length - a.length)
    return longest === undefined
      ? text
      : text.replace(longest, slip(longest, Math.floor(longest.length / 2) - 1))
  }
}
