/** Nobody is signed in: how to get in, without a hint for strangers. */
export function SignedOut() {
  return (
    <main class="signed-out">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>Sign in to Muster</h1>
      <p>
        Open the sign-in link that <code>npm start</code> printed in its terminal. A link works once, for 15
        minutes; <code>npm start</code> prints a new one each time.
      </p>
    </main>
  )
}
