import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { packageManifest, PACKAGE_FOLDER, ROOT, TEXTS } from './contents.ts'

/** `npm run build:package`, after vite.config.ts has written the code: the rest of the package, beside it. */
for (const path of TEXTS) {
  mkdirSync(new URL('.', new URL(path, PACKAGE_FOLDER)), { recursive: true })
  cpSync(new URL(path, ROOT), new URL(path, PACKAGE_FOLDER))
}
cpSync(new URL('dist/web/', ROOT), new URL('dist/web/', PACKAGE_FOLDER), { recursive: true })
writeFileSync(new URL('package.json', PACKAGE_FOLDER), `${JSON.stringify(packageManifest(), null, 2)}\n`)
