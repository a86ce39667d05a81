import type { RegisterCommand } from '../command.ts'

export const mcp: RegisterCommand = (program, run) => {
  program
    .command('mcp')
    .description('Serve MCP over stdio, for Claude, IDEs and other agents')
    .action(
      run(async (ctx) => {
        const app = await ctx.open()
        await app.serveMcp(ctx.signal)
      }),
    )
}
