import { html } from 'hono/html'

/** A page with one button. Opening it uses nothing up, so that a preview of the link can't spend the code. */
export const signinPage = (
  code: string,
  { next, askName }: { readonly next: string; readonly askName: boolean },
) =>
  page(html`
    <h1>Sign in to Muster</h1>
    <form method="post" action="/signin">
      <input type="hidden" name="code" value="${code}" />
      <input type="hidden" name="next" value="${next}" />
      ${
        askName
          ? html`<label>Your name, for the log
              <input name="name" maxlength="100" autocomplete="name" required autofocus />
            </label>`
          : ''
      }
      <button type="submit">Sign in</button>
    </form>
  `)

export const signinProblemPage = (message: string, next: string) =>
  page(html`
    <h1>${message}</h1>
    <p>${next}</p>
  `)

const page = (content: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Sign in – Muster</title>
    <link rel="stylesheet" href="/signin.css" />
  </head>
  <body>
    <main>${content}</main>
  </body>
</html>`

export const SIGNIN_CSS = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; display: grid; min-height: 100vh; place-items: center; }
main { max-width: 24rem; padding: 2rem; }
h1 { font-size: 1.3rem; }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
input, button { margin-top: .25rem; padding: .6rem .8rem; border-radius: .5rem; border: 1px solid #8888; }
button { margin-top: 1rem; background: #1f5eff; border-color: #1f5eff; color: #fff; cursor: pointer; }
`
