/** Could a message be sent to it? Whether it arrives only sending shows. */
export const isUsableEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(
    text,
  )

/** A number has at least seven digits, and nothing but what people write between digits. */
export const isUsablePhone = (text: string): boolean =>
  /^\+?[\d\s().\-/]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 7
