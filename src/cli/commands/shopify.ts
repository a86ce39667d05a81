import { openRequests } from '#domain/shopify/data-requests.ts'
import { refusedWebhooks } from '#domain/shopify/refused.ts'
import { shopifyTopics } from '#domain/shopify/topics/index.ts'
import { toIso } from '#kernel/clock.ts'
import { terminalActor } from '../actor.ts'
import type { RegisterCommand } from '../command.ts'
import { table } from '../table.ts'

/** So many refused webhooks are listed. */
const LISTED = 20

export const shopify: RegisterCommand = (program, run) => {
  const group = program
    .command('shopify')
    .description(
      'Say how the Shopify store is connected, which webhooks were not understood, and who asked for their data',
    )
    .option('--json', 'print JSON')
    .action(
      run(async (ctx, { json }: { json?: true }) => {
        const { services, settings } = await ctx.open()
        const { terminal } = ctx
        const shop = settings.MUSTER_SHOPIFY_SECRET === undefined ? undefined : settings.MUSTER_SHOPIFY_SHOP
        const address = `${settings.MUSTER_PUBLIC_URL ?? 'https://<your Muster>'}/webhooks/shopify`
        const refused = refusedWebhooks(services.reader, LISTED)
        const requests = openRequests(services.reader)
        if (json) {
          const topics = shopifyTopics.map(({ topic }) => topic)
          terminal.print(JSON.stringify({ shop: shop ?? null, address, topics, refused, requests }, null, 2))
          return
        }
        if (shop === undefined) {
          terminal.note('No store is connected: set MUSTER_SHOPIFY_SHOP and MUSTER_SHOPIFY_SECRET.')
        } else terminal.print(`${shop} sends to ${address}`)
        terminal.print(`Topics: ${shopifyTopics.map(({ topic }) => topic).join(', ')}`)
        if (refused.length > 0) {
          terminal.print('\nNot understood, the latest first:')
          terminal.print(
            table(
              ['At', 'Topic', 'Why'],
              refused.map(({ at, topic, why }) => [at, topic, why]),
            ),
          )
        }
        if (requests.length > 0) {
          terminal.print('\nThese people asked for their data. A store has 30 days to give it:')
          terminal.print(
            table(
              ['Request', 'Asked', 'Their data'],
              requests.map(({ id, requestedAt, customerId }) => [
                id,
                toIso(requestedAt),
                customerId === null ? 'look in Shopify who asked' : `muster subject shopify:${customerId}`,
              ]),
            ),
          )
          terminal.note('Once it was given: muster shopify given <request>')
        }
      }),
    )

  group
    .command('given')
    .description('Note that a person was given the data that they asked for')
    .argument('<request>')
    .action(
      run(async (ctx, id: string) => {
        const app = await ctx.open()
        await app.writer.call('closeDataRequest', { id, actor: terminalActor() })
        ctx.terminal.note(`The request ${id} is answered.`)
      }),
    )
}
