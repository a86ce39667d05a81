import { fileURLToPath } from 'node:url'

/** The file that `muster` is: Node runs it from any folder, whether or not `muster` is on the path. */
export const PROGRAM_FILE = fileURLToPath(new URL('./bin.js', import.meta.url))
