import { makeDatabase } from './database.fixture.ts'

/** The demo company, with an approver, and the environment that finds it. */
export const makeDemo = () => makeDatabase((app) => app.writer.call('loadDemo', {}))
