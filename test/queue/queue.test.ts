import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server as HttpServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { withQueue } from '../../src/batch/queue/boss.ts'
import { persistently, transaction } from '../../src/batch/queue/persist.ts'
import { queueStatus } from '../../src/batch/queue/status.ts'
import { archiveDocuments, documentSchema, outcomeSchema } from '../../src/index.ts'
import { factRows } from '../../src/write/relations/facts.ts'
import { generatedBudget, makeArchive } from '../make/archive.ts'
import { type Server, startPostgres } from '../make/postgres.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
let server: Server
let base = ''
let database = ''
let pool: pg.Pool
const running = new Set<ChildProcess>()

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
})

let count = 0
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'yusuan-queue-'))
  count += 1
  const admin = new pg.Client(server.url)
  await admin.connect()
  await admin.query(`CREATE DATABASE test${count}`)
  await admin.end()
  database = server.url.replace(/postgres$/, `test${count}`)
  pool = new pg.Pool({ connectionString: database })
  pool.on('error', () => {})
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  await pool.end()
  rmSync(base, { recursive: true, force: true })
})

/** A process of the program: what it said, and how it ended. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args, '--queue', database], { cwd: base, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code))).finally(() =>
    running.delete(child),
  )
  return { child, ended, said: () => said }
}

async function run(...args: string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const { ended, said } = start(...args)
  return { code: await ended, said: said() }
}

const work = (...more: string[]) => start('work', '--out', 'out', '--jobs', '1', ...more)

const numberOf = async (sql: string): Promise<number> => Number(Object.values((await pool.query(sql)).rows[0] ?? {})[0])
const doneCount = (): Promise<number> => numberOf('SELECT count(*) FROM yusuan.outcomes').catch(() => 0)
const doneAtLeast = async (documents: number): Promise<void> => {
  while ((await doneCount()) < documents) await wait(50)
}

/** Whatever happened: every document once in the tables, its rows those of its document.json, its job completed. */
async function expectWhole(documents: number): Promise<void> {
  const { rows } = await pool.query('SELECT outcome FROM yusuan.outcomes')
  expect(rows.length).toBe(documents)
  for (const { outcome } of rows)
    documentSchema.parse(
      JSON.parse(readFileSync(join(base, 'out', outcomeSchema.parse(outcome).name, 'document.json'), 'utf8')),
    )
  expect(await numberOf('SELECT count(*) FROM yusuan.documents')).toBe(documents)
  let [facts, fen] = [0, 0n]
  for await (const document of archiveDocuments(join(base, 'out'))) {
    const found = [...factRows(document)]
    facts += found.length
    for (const { yuan } of found) fen += typeof yuan === 'bigint' ? yuan : 0n
  }
  expect(await numberOf('SELECT count(*) FROM yusuan.facts')).toBe(facts)
  expect((await pool.query('SELECT (sum(yuan) * 100)::bigint::text AS fen FROM yusuan.facts')).rows).toEqual([
    { fen: `${fen}` },
  ])
  const jobs = await pool.query(
    `SELECT state::text, count(*)::int AS jobs FROM yusuan_queue.job WHERE name = 'documents' GROUP BY 1`,
  )
  expect(jobs.rows.map(row => row.state)).toEqual(['completed'])
}

test('documents are queued once, done once, and their rows are in the tables', async () => {
  makeArchive(join(base, 'in'), 6, false)
  writeFileSync(join(base, 'in', 'copy.pdf'), generatedBudget(3).bytes)
  expect(await run('enqueue', 'in')).toMatchObject({ code: 0, said: expect.stringContaining('7 of 7 documents added') })
  expect(await run('enqueue', 'in')).toMatchObject({ code: 0, said: expect.stringContaining('0 of 7 documents added') })
  expect(await run('work', '--out', 'out', '--until-empty')).toMatchObject({ code: 0 })
  await expectWhole(6)
  expect(await numberOf('SELECT count(*) FROM yusuan.sources')).toBe(7)
  const { said } = await run('status')
  expect(said).toMatch(/6 done \(6 ok\)\n0 waiting, 0 under way, 0 to be tried again, 0 given up\n6 in the last minute/)
  const manifest = await run('status', '--manifest')
  writeFileSync(join(base, 'out', 'manifest.jsonl'), manifest.said)
  expect(manifest.said.trimEnd().split('\n')).toHaveLength(6)
  let documents = 0
  for await (const _ of archiveDocuments(join(base, 'out'))) documents += 1
  expect(documents).toBe(6)
})

test('kill -9 of one of two workers: the other takes its documents over', async () => {
  makeArchive(join(base, 'in'), 30, false)
  await run('enqueue', 'in', '--heartbeat', '10')
  const [one, two] = [work('--until-empty'), work('--until-empty')]
  await doneAtLeast(4)
  one.child.kill('SIGKILL')
  expect(await two.ended).toBe(0)
  await expectWhole(30)
})

test('a crash and restart of PostgreSQL in the middle loses nothing', async () => {
  makeArchive(join(base, 'in'), 30, false)
  await run('enqueue', 'in', '--heartbeat', '10')
  const worker = work('--until-empty')
  await doneAtLeast(4)
  await server.crash()
  await wait(1500)
  await server.start()
  expect(await worker.ended).toBe(0)
  await expectWhole(30)
})

test('a connection that is lost within a transaction, between two statements, is no fault of the document: it is made again', async () => {
  let attempts = 0
  await persistently(() =>
    transaction(pool, async client => {
      attempts += 1
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
      if (attempts === 1) {
        const lost = new Promise(resolve => client.once('error', resolve))
        await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid])
        await lost
      }
      await client.query('CREATE TABLE kept ()')
    }),
  )
  expect(attempts).toBe(2)
  expect(await numberOf('SELECT count(*) FROM kept')).toBe(0)
})

test('SIGTERM: what runs is finished, what waits stays', async () => {
  makeArchive(join(base, 'in'), 20, false)
  await run('enqueue', 'in')
  const worker = work()
  await doneAtLeast(2)
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
  const done = await doneCount()
  expect(done).toBeLessThan(20)
  expect(await numberOf(`SELECT count(*) FROM yusuan_queue.job WHERE name = 'documents' AND state = 'active'`)).toBe(0)
  expect(await work('--until-empty').ended).toBe(0)
  await expectWhole(20)
})

test('what cannot be had is tried again, then given up, and can be put back', async () => {
  writeFileSync(join(base, 'gone.pdf'), generatedBudget(1).bytes)
  await withQueue(database, { retryDelay: 1 }, async () => {})
  await run('enqueue', 'gone.pdf')
  rmSync(join(base, 'gone.pdf'))
  expect((await run('work', '--until-empty', '--out', 'out')).said).toContain('gone.pdf: cannot be read')
  const status = await withQueue(database, {}, queueStatus)
  expect(status).toMatchObject({
    waiting: 0,
    dead: 1,
    failures: [{ file: join(base, 'gone.pdf'), message: expect.stringContaining('cannot be read') }],
  })
  writeFileSync(join(base, 'gone.pdf'), generatedBudget(1).bytes)
  expect((await run('enqueue', '--retry-dead')).said).toContain('1 document of the dead letter queue queued again')
  await run('work', '--until-empty', '--out', 'out')
  expect(await doneCount()).toBe(1)
})

test('documents come from allowed hosts of the web, within limits', async () => {
  const web: HttpServer = createServer((request, response) => {
    if (request.url === '/far.pdf') response.writeHead(302, { location: 'http://example.com/a.pdf' }).end()
    else if (request.url === '/large.pdf') response.end(Buffer.alloc(3 * 2 ** 20))
    else response.end(generatedBudget(5).bytes)
  })
  await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
  const address = web.address()
  const at = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  await withQueue(database, { retryDelay: 1 }, async () => {})
  await run('enqueue', `${at}/a.pdf`, `${at}/far.pdf`, `${at}/large.pdf`, 'http://localhost:1/b.pdf')
  const { said } = await run(
    'work',
    '--until-empty',
    '--out',
    'out',
    '--hosts',
    at.slice('http://'.length),
    '--download-limit',
    '2',
  )
  web.close()
  expect(said).toContain('/far.pdf: example.com is no host that may be asked')
  expect(said).toContain('/large.pdf: larger than 2 MB')
  expect(said).toContain('localhost:1 is no host that may be asked')
  expect(await doneCount()).toBe(1)
})

test('a queue that cannot be reached is said in one line', async () => {
  database = 'postgres://postgres:x@127.0.0.1:1/none'
  const { code, said } = await run('status')
  expect([code, said.split('\n').length]).toEqual([2, 2])
  expect(said).toContain('the queue cannot be reached')
})
