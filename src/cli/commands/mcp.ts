import { Option } from 'commander'
import { TOOLSET_NAMES } from '#tools/toolset-names.ts'
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
    .option(
      '--toolsets <names>',
      `offer these tools alone, between commas: ${TOOLSET_NAMES.join(', ')}; counting and proposals are always there`,
    )
    .option('--read-only', 'offer no tools that draft changes')
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
      run(async (ctx, { printConfig, ...options }: McpOptions) => {
        if (printConfig) return printMcpConfig(ctx, options)
        const { toolsets, readOnly } = options
        const app = await ctx.open()
        return app.serveMcp(ctx.signal, { toolsets, readOnly })
      }),
    )
}
