import { InputError } from './errors.ts'

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/**
 * The origin of web pages as browsers name it: `https://shop.example`, without a path. What travels unencrypted could
 * be anybody's, so it is https, but for pages of this machine. Throws InputError.
 */
export function webOrigin(text: string): string {
  const refuse = (why: string): never => {
    throw new InputError(`“${text}” ${why}`, {
      next: 'Name each origin by itself, such as https://shop.example.',
    })
  }
  if (text.includes('*')) return refuse('is no single origin')
  const url = URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return refuse('is no origin of web pages')
  if (url.href !== `${url.origin}/`) return refuse(`holds more than an origin, which is ${url.origin}`)
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) return refuse('is not encrypted: use https')
  return url.origin
}
