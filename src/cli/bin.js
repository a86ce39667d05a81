#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still say what is wrong instead of stumbling over the rest.
import { fileURLToPath } from 'node:url'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Muster needs Node 24 or newer; this is Node ${process.versions.node}.\n` +
      'In a checkout, `npm run -s muster -- …` uses the Node that `npm ci` installed.',
  )
  process.exit(1)
}
// Some thousand files are compiled at a start. What was compiled is kept, in a folder that only this package writes,
// for this process and, by the variable, for its threads and children.
const { enableCompileCache } = await import('node:module')
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('../../node_modules/.cache/compiled', import.meta.url),
)
enableCompileCache(process.env.NODE_COMPILE_CACHE)
await import('./main.ts')
