import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'
import type { Delivery, Order } from './drawing.ts'
import { lastUsed } from './last-used.ts'

/** Pixels a point in which a page is drawn for looking: 144 dpi, sharp on common screens; print of 7 pt stays legible. */
export const SCALE = 2
export const SCALES: readonly number[] = [SCALE, 4]

/** Drawn pages kept, so that a page that was drawn ahead or looked at is there at once. */
const KEPT = 24

/** Documents kept open, so that a page that is turned to is drawn and not opened first. */
const OPEN = 3

const THREAD = new URL(`./drawing-thread${extname(import.meta.url)}`, import.meta.url)

type Jpeg = Uint8Array<ArrayBuffer>

type Drawing = Pick<Order, 'page' | 'scale' | 'strip'>

/** A thread that draws, so that neither what is asked of the server nor the checks of a correction wait for a picture, nor it for them. */
function drawingThread(password: string | undefined) {
  const thread = new Worker(THREAD)
  const open = new Map<string, true>()
  let waiting: { readonly resolve: (jpeg: Jpeg) => void; readonly reject: (error: unknown) => void } | null = null
  let hasEnded = false
  const end = (error: unknown): void => {
    hasEnded = true
    waiting?.reject(error)
  }
  thread.on('message', (delivery: Delivery) => {
    thread.unref()
    if ('jpeg' in delivery) waiting?.resolve(delivery.jpeg)
    else waiting?.reject(delivery.error)
    waiting = null
  })
  thread.on('error', end)
  thread.on('exit', code => end(new Error(`the drawing of pages has ended (${code})`)))
  thread.unref()
  return {
    isFree: (): boolean => waiting === null,
    hasEnded: (): boolean => hasEnded,
    hasOpen: (name: string): boolean => open.has(name),
    /** Draw one page; the next once this has settled. */
    draw: async (name: string, drawing: Drawing, bytes: Uint8Array | null): Promise<Jpeg> => {
      const order: Order = { ...drawing, name, bytes, password, close: lastUsed(open, name, true, OPEN) }
      return await new Promise<Jpeg>((resolve, reject) => {
        waiting = { resolve, reject }
        thread.ref()
        thread.postMessage(order)
      })
    },
    close: (): void => void thread.terminate(),
  }
}

/** Threads at most: a page that is turned to does not wait for one that is drawn ahead, and more would fill the memory. */
const THREADS = 2

/** A few threads that draw, the second started when it is wanted first. */
function drawingThreads(password: string | undefined) {
  const limit = pLimit(THREADS)
  // The first is started before it is wanted: it has much to load.
  let threads = [drawingThread(password)]
  const freeFor = (name: string) => {
    threads = threads.filter(thread => !thread.hasEnded())
    const free = threads.filter(thread => thread.isFree())
    const found = free.find(thread => thread.hasOpen(name)) ?? free[0] ?? drawingThread(password)
    if (!threads.includes(found)) threads.push(found)
    return found
  }
  return {
    /** Draw; null when `bytesOf` has no PDF. */
    draw: (name: string, drawing: Drawing, bytesOf: (name: string) => Uint8Array | null): Promise<Jpeg | null> =>
      limit(() => {
        const thread = freeFor(name)
        const isOpen = thread.hasOpen(name)
        const bytes = isOpen ? null : bytesOf(name)
        return isOpen || bytes ? thread.draw(name, drawing, bytes) : null
      }),
    close: (): void => {
      for (const thread of threads) thread.close()
    },
  }
}

/** Draws pages of documents, a few of them kept open, as JPEGs from the bytes that `bytesOf` finds when one is not; null when there are none. */
export function picturesOf(bytesOf: (name: string) => Uint8Array | null, password?: string) {
  const kept = new Map<string, Promise<Jpeg | null>>()
  const threads = drawingThreads(password)
  return {
    /** A strip of a page, from top to bottom in points. */
    strip: (name: string, page: Order['page'], strip: readonly [number, number]): Promise<Jpeg | null> =>
      threads.draw(name, { page, scale: SCALE, strip }, bytesOf),
    page: (name: string, page: Order['page'], scale: number): Promise<Jpeg | null> => {
      const key = `${page.page} ${scale} ${name}`
      const picture = kept.get(key) ?? threads.draw(name, { page, scale, strip: null }, bytesOf)
      lastUsed(kept, key, picture, KEPT)
      picture.catch(() => kept.delete(key))
      return picture
    },
    close: threads.close,
  }
}

export type Pictures = ReturnType<typeof picturesOf>
