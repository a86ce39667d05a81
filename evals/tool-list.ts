import { costOf, TOOL_LIST_BUDGET } from './tool-list-cost.ts'

// `npm run tool-list`: what the list of tools costs a client, in tokens, the dearest first.
const { each, total } = costOf()
for (const { name, tokens } of each) process.stdout.write(`${String(tokens).padStart(6)}  ${name}\n`)
process.stdout.write(
  `${total.toLocaleString('en-US')} tokens for ${each.length} tools; at most ${TOOL_LIST_BUDGET.toLocaleString('en-US')}\n`,
)
process.exitCode = total > TOOL_LIST_BUDGET ? 1 : 0
