import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** Writes a file of that many lines behind its head, without holding more than a piece of it. */
export async function writeLines(
  path: string,
  head: string,
  lines: number,
  lineAt: (line: number) => string,
): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${head}\n`)
  let text = ''
  for (let line = 0; line < lines; line++) {
    text += lineAt(line)
    if (text.length > 1 << 16) {
      if (!file.write(text)) await once(file, 'drain')
      text = ''
    }
  }
  file.end(text)
  await once(file, 'finish')
}

/** The same number for the same number, without a pattern in sight (Knuth's multiplicative hash). */
export const scattered = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 8
