import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Delivery, Order } from './drawing.ts'

/** Pixels a point in which a page is drawn for looking: 144 dpi, sharp on common screens; print of 7 pt stays legible. */
export const SCALE = 2
export const SCALES: readonly number[] = [SCALE, 4]

/** Drawn pages kept, so that a page that was drawn ahead or looked at is there at once. */
const KEPT = 24

/** Documents kept open, so that a page that is turned to is drawn and not opened first. */
const OPEN = 3

const THREAD = new URL(`./drawing-thread${extname(import.meta.url)}`, import.meta.url)

type Jpeg = Uint8Array<ArrayBuffer>

/** Draws pages of documents, a few of them kept open. */
export interface Pictures {
  /** A page as a JPEG; `bytesOf` is asked for the PDF when it is not open. Null when there is no PDF. */
  readonly page: (name: string, page: Order['page'], scale: number) => Promise<Jpeg | null>
  /** A strip of a page, from top to bottom in points, as a JPEG. */
  readonly strip: (name: string, page: Order['page'], strip: readonly [number, number]) => Promise<Jpeg | null>
  readonly close: () => void
}

type Drawing = Pick<Order, 'page' | 'scale' | 'strip'>

/** The last few documents asked for; `use` tells which of them are not wanted any more, and whether this one is new. */
function lastFew() {
  const names = new Set<string>()
  return {
    has: (name: string): boolean => names.has(name),
    use: (name: string): string[] => {
      names.delete(name)
      names.add(name)
      const old = [...names].slice(0, -OPEN)
      for (const one of old) names.delete(one)
      return old
    },
  }
}

/** A thread that draws, so that neither what is asked of the server nor the checks of a correction wait for a picture, nor it for them. */
function drawingThread(password: string | undefined) {
  const thread = new Worker(THREAD)
  const open = lastFew()
  const waiting = new Map<number, { resolve: (jpeg: Jpeg) => void; reject: (error: unknown) => void }>()
  let orders = 0
  let hasEnded = false
  const end = (error: unknown): void => {
    hasEnded = true
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  thread.on('message', (delivery: Delivery) => {
    const order = waiting.get(delivery.id)
    waiting.delete(delivery.id)
    if ('jpeg' in delivery) order?.resolve(delivery.jpeg)
    else order?.reject(delivery.error)
    if (waiting.size === 0) thread.unref()
  })
  thread.on('error', end)
  thread.on('exit', code => end(new Error(`the drawing of pages has ended (${code})`)))
  thread.unref()
  return {
    hasEnded: (): boolean => hasEnded,
    /** Draw; null when `bytesOf` has no PDF. */
    draw: async (name: string, drawing: Drawing, bytesOf: (name: string) => Uint8Array | null): Promise<Jpeg | null> => {
      const bytes = open.has(name) ? null : bytesOf(name)
      if (bytes === null && !open.has(name)) return null
      const order: Order = { ...drawing, name, bytes, password, close: open.use(name), id: orders++ }
      thread.ref()
      return await new Promise<Jpeg>((resolve, reject) => {
        waiting.set(order.id, { resolve, reject })
        thread.postMessage(order)
      })
    },
    close: (): void => void thread.terminate(),
  }
}

/** Pages drawn from the bytes that `bytesOf` finds; one page at a time, so that a fast reader does not fill the memory. */
export function picturesOf(bytesOf: (name: string) => Uint8Array | null, password?: string): Pictures {
  const kept = new Map<string, Promise<Jpeg | null>>()
  // Started before it is wanted: it has much to load.
  let thread = drawingThread(password)
  let queue: Promise<unknown> = Promise.resolve()
  const drawn = (name: string, drawing: Drawing): Promise<Jpeg | null> => {
    const work = queue.then(() => {
      if (thread.hasEnded()) thread = drawingThread(password)
      return thread.draw(name, drawing, bytesOf)
    })
    queue = work.catch(() => {})
    return work
  }
  return {
    strip: (name, page, strip) => drawn(name, { page, scale: SCALE, strip }),
    page: (name, page, scale) => {
      const key = `${page.page} ${scale} ${name}`
      const picture = kept.get(key) ?? drawn(name, { page, scale, strip: null })
      kept.delete(key)
      kept.set(key, picture)
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
      picture.catch(() => kept.delete(key))
      return picture
    },
    close: () => thread.close(),
  }
}
