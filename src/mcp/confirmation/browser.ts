import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** Opens a page in the human's browser. Answers whether one was started; never fails, never waits for it. */
export type OpenBrowser = (url: string) => Promise<boolean>

/** The browser of this machine: the one that `BROWSER` names, else the system's. None in CI or without a screen. */
export function systemBrowser(env: Environment, platform = process.platform): OpenBrowser | undefined {
  if (browserCommand('', env, platform) === undefined) return undefined
  return async (url) => {
    const command = browserCommand(url, env, platform)
    return command === undefined ? false : start(command)
  }
}

/** Program and arguments that open `url`; undefined where nobody would see it. */
export function browserCommand(
  url: string,
  env: Environment,
  platform: NodeJS.Platform,
): readonly [string, ...string[]] | undefined {
  if (env['CI']) return undefined
  const chosen = env['BROWSER']
  if (chosen) return chosen === 'none' ? undefined : chosenCommand(chosen, url)
  // `start` would read the & of a link as the end of its command.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  if (platform === 'darwin') return ['open', url]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : undefined
}

/** `BROWSER` by custom: programs separated by colons, the first one wins; `%s` stands for the page. */
function chosenCommand(chosen: string, url: string): readonly [string, ...string[]] | undefined {
  const [program, ...args] = (chosen.split(':')[0] ?? '').split(/\s+/).filter((word) => word !== '')
  if (program === undefined) return undefined
  const filled = args.map((arg) => arg.replaceAll('%s', () => url))
  return chosen.includes('%s') ? [program, ...filled] : [program, ...args, url]
}

function start([program, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => resolve(true))
    child.unref()
  })
}
