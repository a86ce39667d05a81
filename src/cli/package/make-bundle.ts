import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleManifest, SERVER } from './bundle-manifest.ts'
import { BUNDLE_FILE, MCPB, packageManifest, PACKAGE_FOLDER, ROOT } from './contents.ts'

/**
 * `npm run build:bundle`, after `npm run build:package`: the package with all that it needs, as one file that clients
 * install. The official tool checks the manifest and packs it; npm fetches that tool by its version.
 */
const folder = new URL('dist/bundle/', ROOT)
const server = new URL(`${SERVER}/`, folder)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
cpSync(PACKAGE_FOLDER, server, { recursive: true })

// Clients bring a Node of their own. What is installed is what the lockfile of the checkout says.
const { dependencies, ...manifest } = packageManifest()
const { node: _, ...installed } = dependencies
writeFileSync(
  new URL('package.json', server),
  JSON.stringify({ ...manifest, dependencies: installed }, null, 2),
)
cpSync(new URL('package-lock.json', ROOT), new URL('package-lock.json', server))
execFileSync(
  'npm',
  ['install', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--silent'],
  { cwd: server, stdio: 'inherit' },
)

writeFileSync(new URL('manifest.json', folder), JSON.stringify(bundleManifest(), null, 2))
// SQLite is there built for each platform, and need not be there to be built.
writeFileSync(
  new URL('.mcpbignore', folder),
  ['deps/', 'src/', 'binding.gyp'].map((path) => `${SERVER}/node_modules/better-sqlite3/${path}\n`).join(''),
)
execFileSync('npx', ['--yes', MCPB, 'pack', fileURLToPath(folder), fileURLToPath(BUNDLE_FILE)], {
  stdio: 'inherit',
})
