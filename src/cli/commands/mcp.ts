import { Option } from 'commander'
import type { RegisterCommand } from '../command.ts'
import { mcpClients } from '../mcp-clients/index.ts'
import { printMcpConfig, type PrintConfigOptions } from '../print-mcp-config.ts'

interface McpOptions extends PrintConfigOptions {
  readonly printConfig?: true
}

export const mcp: RegisterCommand = (program, run) => {
  program
    .command('mcp')
    .description('Serve MCP over stdio, for Claude, IDEs and other agents')
    .option('--print-config', 'print how to set it up in a client, instead of serving')
    .addOption(
      new Option('--client <name>', 'print that of one client')
        .choices(mcpClients.map(({ id }) => id))
        .implies({ printConfig: true }),
    )
    .addOption(
      new Option('--http', 'print that of a server which `muster start` serves at /mcp').implies({
        printConfig: true,
      }),
    )
    .action(
      run(async (ctx, { printConfig, ...of }: McpOptions) => {
        if (printConfig) return printMcpConfig(ctx, [], of)
        const app = await ctx.open()
        return app.serveMcp(ctx.signal)
      }),
    )
}
