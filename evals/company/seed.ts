import type { App } from '#app'
import { type Human, humanOf } from '../run/human.ts'
import type { LivedIn } from './lived-in.ts'

const SEEDER = { userId: null, name: 'evals', surface: 'terminal', session: null } as const

/** Segments as people make them: counted, drafted, confirmed. */
export async function seedSegments(app: App, segments: LivedIn['segments']): Promise<void> {
  const human: Human = await humanOf(app)
  const { previews, draft } = app.services
  for (const { name, description, criteria } of segments) {
    const { id: previewId } = await previews.count(criteria, { actor: SEEDER })
    const change = { kind: 'create_segment', previewId, name, description } as const
    await human.confirm(await draft.proposal(change, { actor: SEEDER }))
  }
}
