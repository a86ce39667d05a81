import { z } from 'zod'

const shown = z.object({ contentHash: z.string(), count: z.int().nullable(), typeCount: z.boolean() })

/** Signs in with a link, as its human would, and confirms the proposal that its page shows. Answers the statuses. */
export async function confirmOnPage(link: string, proposalId: string) {
  const page = new URL(link)
  const { origin } = page
  const form = await fetch(page)
  const signedIn = await fetch(new URL('/signin', origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({
      code: page.searchParams.get('code') ?? '',
      next: page.searchParams.get('next') ?? '/',
    }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const proposal = new URL(`/api/proposals/${proposalId}`, origin)
  const { contentHash, count, typeCount } = shown.parse(
    await (await fetch(proposal, { headers: { cookie } })).json(),
  )
  const confirmed = await fetch(`${proposal.href}/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify({ contentHash, ...(typeCount && { typedCount: count }) }),
  })
  return { form: form.status, to: signedIn.headers.get('location'), confirmed: confirmed.status }
}
