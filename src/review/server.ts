import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { correctArchive, firstReading } from '../batch/correct.ts'
import { PATCH, readCorrections } from '../batch/patch.ts'
import { CATALOG } from '../budget/catalog/catalog.ts'
import { IDENTITY_NAMES } from '../check/identities.ts'
import type { Replayed } from '../corrections/correction.ts'
import { replay } from '../corrections/replay.ts'
import { BudgetError } from '../errors.ts'
import { isPicture } from '../page/picture-document.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { withBorderTexts } from './borders.ts'
import { pageAssets } from './bundle.ts'
import { guard, newToken } from './guard.ts'
import { originalsOf } from './originals.ts'
import { type Pictures, picturesOf, SCALE, SCALES } from './pictures.ts'
import { correctionsOf, requestSchema } from './requests.ts'
import { openShelf, type Shelf, stampOf } from './shelf.ts'
import { type ArchiveView, type CorrectedView, type CorrectionView, type DocumentView, LINES_AT_ONCE } from './wire.ts'

/** How a review is opened. */
interface ReviewOptions {
  readonly out: string
  readonly cwd: string
  /** Folder with the PDFs, where they are not where they were read from. */
  readonly pdfs: string | null
  /** 0 takes any free port. */
  readonly port: number
  readonly password?: string
  readonly say: (text: string) => void
  readonly signal: AbortSignal
}

/** Largest body of a request, in bytes: five hundred corrections of long cells. */
const LARGEST_BODY = 2_000_000

/** What became of the corrections of a document as it was last read, as long as both stay what they are. */
const replays = new WeakMap<DocumentJson, { readonly patch: string; readonly replayed: readonly Replayed[] }>()

function replayedOf(shelf: Shelf, name: string, document: DocumentJson): readonly Replayed[] {
  const path = join(shelf.out, PATCH)
  const patch = existsSync(path) ? stampOf(path) : ''
  const known = replays.get(document)
  if (known?.patch === patch) return known.replayed
  const own = readCorrections(path).filter(({ sha256 }) => sha256 === document.source.sha256)
  const replayed = own.length === 0 ? [] : replay(firstReading(join(shelf.out, name)), own).replayed
  replays.set(document, { patch, replayed })
  return replayed
}

function correctionView({ correction, state, because }: Replayed): CorrectionView {
  const { box: _, sha256: __, file: ___, ...seen } = correction
  return { ...seen, state, because }
}

const KINDS: DocumentView['kinds'] = CATALOG.map(({ id, title }) => ({ id, ...title }))

const identityNames = ({ checks }: DocumentJson): DocumentView['identityNames'] =>
  Object.fromEntries(checks.flatMap(({ identity }) => [[identity, IDENTITY_NAMES.get(identity) ?? { zh: '', en: '' }]]))

/** A document as it is now; what became of its corrections is worked out where nobody has just done so. */
function documentOf(shelf: Shelf, name: string, known?: readonly Replayed[]): CorrectedView {
  const { document, version } = shelf.read(name)
  const corrections = (known ?? replayedOf(shelf, name, document)).map(correctionView)
  return { name, version, document, corrections, identityNames: identityNames(document), kinds: KINDS }
}

/** A user's name as the system knows it, to begin with. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'reviewer'
  }
}

interface Sources {
  readonly shelf: Shelf
  readonly assets: Awaited<ReturnType<typeof pageAssets>>
  readonly pictures: Pictures
  readonly bytesOf: (name: string) => Uint8Array | null
  readonly password: string | undefined
}

/** Take corrections of a reader, unless another window or run was there first. */
async function corrected(context: Context, { shelf, bytesOf, password }: Sources): Promise<Response> {
  const parsed = requestSchema.safeParse(await context.req.json().catch(() => null))
  if (!parsed.success) return context.json({ error: 'malformed' }, 400)
  const { name, version } = parsed.data
  if (!shelf.outcomeOf(name)) return context.json({ error: 'unknown' }, 404)
  const now = shelf.read(name)
  if (version !== now.version) return context.json({ error: 'changed', view: documentOf(shelf, name) }, 409)
  const { source } = now.document
  const original = { bytes: () => bytesOf(name), password }
  const corrections = await withBorderTexts(correctionsOf(parsed.data, source), now.document, original)
  const all = await correctArchive(shelf.out, corrections, new Set([source.sha256]))
  for (const one of all) shelf.renew(one.name, one.document)
  return context.json(documentOf(shelf, name, all.find(one => one.name === name)?.replayed))
}

/** A page of a document as a picture; the name is looked up and the page is one of the document's own. */
async function picture(context: Context, shelf: Shelf, pictures: Pictures): Promise<Response> {
  const { name = '', page: wanted = '', scale = `${SCALE}` } = context.req.query()
  const document = shelf.outcomeOf(name) && shelf.read(name).document
  const page = document?.pages.find(one => `${one.page}` === wanted)
  if (!document || !page || !SCALES.includes(Number(scale))) return context.notFound()
  const bytes = await pictures.page(name, page, Number(scale))
  if (bytes === null) return context.notFound()
  return context.body(bytes, 200, { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=3600' })
}

/** The PDF itself, for the browser to show at a page (`#page=N`); never as anything that could run here. */
function original(context: Context, file: string, bytes: Uint8Array): Response | Promise<Response> {
  if (isPicture(bytes)) return context.notFound()
  const name = encodeURIComponent(basename(file))
  context.header('Content-Disposition', `inline; filename*=UTF-8''${name}`)
  return context.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/pdf' })
}

function addRoutes(app: Hono, sources: Sources): void {
  const { shelf, assets, pictures, bytesOf } = sources
  let queue: Promise<unknown> = Promise.resolve()
  app.get('/api/archive', context => {
    const { from = '' } = context.req.query()
    const all = shelf.entries()
    const entries = all.slice(Number(from)).slice(0, LINES_AT_ONCE)
    const view: ArchiveView = { who: userName(), read: all.length, total: shelf.total(), entries }
    return context.json(view)
  })
  app.get('/api/document', context => {
    const name = context.req.query('name') ?? ''
    if (!shelf.outcomeOf(name)) return context.notFound()
    const view: DocumentView = { ...documentOf(shelf, name), pictures: bytesOf(name) !== null }
    return context.json(view)
  })
  app.get('/api/page', context => picture(context, shelf, pictures))
  app.get('/api/file', context => {
    const outcome = shelf.outcomeOf(context.req.query('name') ?? '')
    const bytes = outcome && bytesOf(outcome.name)
    return outcome && bytes ? original(context, outcome.file, bytes) : context.notFound()
  })
  app.post('/api/corrections', context => {
    const work = queue.then(() => corrected(context, sources))
    queue = work.catch(() => {})
    return work
  })
  app.get('*', context => {
    const asset = assets.get(context.req.path === '/' ? '/index.html' : context.req.path)
    return asset ? context.body(asset.bytes, 200, { 'Content-Type': asset.type }) : context.notFound()
  })
}

/** Draw a page before anybody asks for one: what draws has much to load and to compile, most of the wait for a first picture. */
function drawAhead(shelf: Shelf, pictures: Pictures): void {
  const first = shelf.entries().find(({ opens }) => opens !== null)
  const page = first && shelf.read(first.name).document.pages.find(one => one.page === first.opens)
  if (first && page) void pictures.page(first.name, page, SCALE)
}

/** Serve the results of an output folder to this machine, until `close` or the signal; the link has the token in it. */
export async function openReview({ out, cwd, pdfs, port, password, say, signal }: ReviewOptions) {
  const [shelf, assets] = await Promise.all([openShelf(out, signal), pageAssets(say)])
  const originals = originalsOf({ cwd, out, pdfs })
  const bytesOf = (name: string): Uint8Array | null => {
    const outcome = shelf.outcomeOf(name)
    return outcome ? originals(outcome) : null
  }
  const pictures = picturesOf(bytesOf, password)
  const token = newToken()
  const bound = { port: 0 }
  const app = new Hono()
  app.use(guard(token, () => bound.port))
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: context => context.json({ error: 'too large' }, 413) }))
  app.onError((error, context) =>
    error instanceof BudgetError ? context.json({ error: error.message }, 409) : context.json({ error: String(error) }, 500),
  )
  addRoutes(app, { shelf, assets, pictures, bytesOf, password })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port })
  await new Promise<void>((resolve, reject) => server.once('listening', () => resolve()).once('error', reject))
  bound.port = (server.address() as AddressInfo).port
  drawAhead(shelf, pictures)
  shelf.filled.catch(error => say(`yusuan review: the archive cannot be read to its end: ${error.message}\n`))
  const close = async (): Promise<void> => {
    pictures.close()
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    if ('closeAllConnections' in server) server.closeAllConnections()
    await closed
  }
  return { link: `http://127.0.0.1:${bound.port}/?token=${token}`, close }
}
