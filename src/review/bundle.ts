import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const front = fileURLToPath(new URL('./front/', import.meta.url))

/** The page takes more than lies in its own folder: the borders of cells, the writer of CSV. */
const sources = fileURLToPath(new URL('../', import.meta.url))

const newest = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => statSync(join(folder, name)).mtimeMs))

/** The built page: in the package it lies beside this file; in a checkout it is built when its sources have changed, whole before anybody sees it. */
async function builtFolder(say: (text: string) => void): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return front
  const cache = fileURLToPath(new URL('../../node_modules/.cache/yusuan-review/', import.meta.url))
  const built = join(cache, `${newest(sources)}`)
  if (existsSync(built)) return built
  say('yusuan review: building the page, once …\n')
  mkdirSync(cache, { recursive: true })
  const own = mkdtempSync(join(cache, 'unfinished-'))
  const { build } = await import('vite')
  await build({ root: front, configFile: join(front, 'vite.config.ts'), logLevel: 'error', build: { outDir: own } })
  try {
    renameSync(own, built)
    for (const old of readdirSync(cache))
      if (old !== basename(built) && !old.startsWith('unfinished-')) rmSync(join(cache, old), { recursive: true, force: true })
  } catch (error) {
    // Another process has built the same page meanwhile.
    if (!existsSync(built)) throw error
    rmSync(own, { recursive: true })
  }
  return built
}

/** The files of the page in memory, by their path, such as `/assets/main.js`; nothing else is ever read for a request. */
export async function pageAssets(say: (text: string) => void) {
  const folder = await builtFolder(say)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => extname(name) in TYPES)
  const loaded = (name: string) => ({
    type: TYPES[extname(name)] ?? '',
    bytes: new Uint8Array(readFileSync(join(folder, name))),
  })
  return new Map(files.map((name): [string, ReturnType<typeof loaded>] => [`/${name.replaceAll('\\', '/')}`, loaded(name)]))
}
