import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { messageOf, systemCode } from '../../errors.ts'

/** How long a database may be away: a restart takes seconds, a failover a minute. */
const LONGEST = 120_000
const FIRST_WAIT = 250
const LONGEST_WAIT = 5000

/** SQLSTATE classes of a database that goes or comes: connection exception, operator intervention (shutdown, starting up). */
const AWAY = /^(08|57P)/

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])

/** Whether an error says that the database is away, and not that the statement is wrong. */
function isAway(error: unknown): boolean {
  const code = systemCode(error) ?? ''
  return (
    AWAY.test(code) ||
    NETWORK.has(code) ||
    /connection terminated|timeout exceeded when trying to connect|the database system is/i.test(messageOf(error))
  )
}

/** Do something with the database, again and again while it is away. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  for (let pause = FIRST_WAIT; ; pause = Math.min(pause * 2, LONGEST_WAIT)) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error) || performance.now() - start > LONGEST) throw error
      await wait(pause)
    }
  }
}

/** Run statements in one transaction; nothing of it stays when one of them fails. */
export async function transaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  // A connection that is lost between two statements tells why only here; the next statement says that it cannot be asked.
  let lost: Error | undefined
  const onLost = (error: Error): void => {
    lost ??= error
  }
  client.on('error', onLost)
  let broken = true
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
    broken = false
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    )
    throw lost ?? error
  } finally {
    client.off('error', onLost)
    client.release(broken)
  }
}
