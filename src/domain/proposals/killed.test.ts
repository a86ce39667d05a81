import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { toIso } from '#kernel/clock.ts'
import { encodeMembers } from '../members/encode.ts'
import { openWorkspace, TESTER } from '../services.fixture.ts'

const FEW = { type: 'orders', measure: 'spend', op: '>', value: 270 } as const

test.for(['before the segment', 'before the decision', 'before the commit'])(
  'a process that is killed %s leaves a draft that can be confirmed',
  async (moment) => {
    const w = await openWorkspace()
    try {
      const previewId = await w.count(FEW)
      const proposal = await w.services.draft.proposal(
        { kind: 'create_segment', name: 'High rollers', description: '', previewId },
        { actor: TESTER },
      )
      const { bits, versions } = await w.services.members.of(FEW, { asOf: w.clock.now() })
      const input = {
        proposalId: proposal.id,
        contentHash: proposal.contentHash,
        typedCount: null,
        actor: { ...w.approver },
        recount: {
          asOf: w.clock.now(),
          versions,
          members: Buffer.from(encodeMembers(bits)).toString('base64'),
        },
      }
      const killed = spawnSync(process.execPath, [
        fileURLToPath(new URL('./killed.fixture.ts', import.meta.url)),
        w.path,
        moment,
        toIso(w.clock.now()),
        JSON.stringify(input),
      ])
      expect(killed.stderr.toString()).toBe('')
      expect(killed.signal).toBe('SIGKILL')

      expect(w.services.proposals.get(proposal.id).state).toBe('draft')
      expect(w.services.segments.find('High rollers')).toBeUndefined()
      for (const table of ['memberships', 'refreshes'] as const) {
        expect(w.services.reader.all(query.selectFrom(table).selectAll())).toEqual([])
      }
      const confirmed = await w.decisions.confirm({
        proposalId: proposal.id,
        contentHash: proposal.contentHash,
        actor: w.approver,
      })
      expect(confirmed.state).toBe('confirmed')
    } finally {
      await w.close()
    }
  },
)
