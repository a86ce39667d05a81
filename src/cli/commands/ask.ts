import { InputError } from '#kernel/errors.ts'
import { terminalActor } from '../actor.ts'
import { askOnce, type Answer } from '../ask-once.ts'
import { batchLines } from '../batch.ts'
import type { RegisterCommand } from '../command.ts'
import { requireRecords } from '../require-records.ts'
import { showAnswer } from '../show-answer.ts'

interface Options {
  readonly json?: true
  readonly members?: true
  readonly batch?: string
}

export const ask: RegisterCommand = (program, run) => {
  program
    .command('ask')
    .description('Ask one request, as in the chat; changes are drafted, never made')
    .argument('[request]', 'for example "customers from Canada who ordered more than 3 times"')
    .option('--json', 'print one JSON object')
    .option('--members', 'with the ids of the members, as they were imported')
    .option('--batch <file>', 'ask every {id, text, context?} of a JSON Lines file; prints one object a line')
    .action(
      run(async (ctx, request: string | undefined, options: Options) => {
        if ((request === undefined) === (options.batch === undefined)) {
          throw new InputError('Give a request or --batch FILE, one of them', {
            next: 'For example: muster ask "customers from Canada"',
          })
        }
        const lines = options.batch === undefined ? [] : await batchLines(options.batch)
        const app = await ctx.open()
        requireRecords(app)
        const how = { signal: ctx.signal, members: options.members === true }
        if (request !== undefined) {
          const answer = await askOnce(app, { text: request }, how)
          ctx.terminal.print(options.json ? JSON.stringify(answer, null, 2) : showAnswer(answer))
          return
        }
        const drafted: string[] = []
        try {
          for (const { id, ...line } of lines) {
            const answer: Answer = await askOnce(app, line, how)
            drafted.push(...answer.proposals.map((proposal) => proposal.id))
            ctx.terminal.print(JSON.stringify({ id, ...answer }))
          }
        } finally {
          const reason = 'The batch that drafted it has ended'
          await app.writer.call('expireProposals', { ids: drafted, reason, actor: terminalActor() })
        }
      }),
    )
}
