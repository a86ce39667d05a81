import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below it, headers weigh more than what is saved. */
const WORTHWHILE = 1024
const TEXTS = /\.(?:css|html|js|json|svg)$/

/** Lays `.br` and `.gz` beside each built file, as small as they get: the server hands them out as they are. */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const path = join(folder, name)
        if (!TEXTS.test(name) || statSync(path).size < WORTHWHILE) continue
        // By another build into the same folder.
        if (existsSync(`${path}.br`)) continue
        const bytes = readFileSync(path)
        const brotli = brotliCompressSync(bytes, {
          params: {
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          },
        })
        writeFileSync(`${path}.br`, brotli)
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
