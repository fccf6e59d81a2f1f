import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DocumentView } from '../wire.ts'
import { COARSE } from './ahead.ts'
import { pictureUrl } from './api.ts'
import { type Correcting, requestOf } from './correcting.ts'
import { type Found, keyOf, placeOf, type Reading } from './reading.ts'
import { doubtBlocks } from './sheet-blocks.ts'

/** What a reader says of a cell that is not read right. */
export interface Said {
  readonly action: 'text' | 'uncertain'
  readonly text: string
}

/** Blocks whose pages are drawn before they are looked at. */
const AHEAD = 4

const keyOfFound = (found: Found): string => keyOf(placeOf(found))

const pagesOf = (cells: readonly Found[]): number[] => [...new Set(cells.map(({ cell }) => cell.page))]

/** The pages whose pictures have come; those of `next` are asked for once those of `now` are there. */
function usePictures(name: string, now: readonly number[], next: readonly number[]): ReadonlySet<number> {
  const [loaded, setLoaded] = useState<ReadonlySet<number>>(new Set())
  const asked = useRef(new Map<number, HTMLImageElement>()).current
  const isHere = now.every(page => loaded.has(page))
  useEffect(() => {
    for (const page of isHere ? next : now) {
      if (asked.has(page)) continue
      const picture = new Image()
      picture.onload = () => setLoaded(before => new Set([...before, page]))
      picture.onerror = () => asked.delete(page)
      picture.src = pictureUrl(name, page, COARSE)
      asked.set(page, picture)
    }
  }, [`${now}`, `${next}`, isHere])
  return loaded
}

/** What was said of single cells and is not sent yet; sent when the sheet is left, since a reader who typed it means it. */
function useSaid(send: Correcting['send'], byKey: Reading['byKey']) {
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  const latest = useRef({ said, send, byKey })
  latest.current = { said, send, byKey }
  const requestsOf = (cells: readonly Found[]) =>
    cells.map(found => {
      const { action, text } = latest.current.said.get(keyOfFound(found)) ?? { action: 'accept', text: found.cell.text }
      return requestOf(action, found, text)
    })
  const leave = (): void => {
    const cells = [...latest.current.said.keys()].flatMap(key => latest.current.byKey.get(key) ?? [])
    if (cells.length > 0) void latest.current.send(requestsOf(cells))
  }
  useEffect(() => leave, [])
  const say = (found: Found, what: Said | null): void => {
    const next = new Map(said)
    if (what === null || (what.action === 'text' && what.text === found.cell.text)) next.delete(keyOfFound(found))
    else next.set(keyOfFound(found), what)
    setSaid(next)
  }
  const forget = (cells: readonly Found[]): void => {
    const keys = new Set(cells.map(keyOfFound))
    setSaid(new Map([...said].filter(([key]) => !keys.has(key))))
  }
  return { said, say, forget, requestsOf }
}

/**
 * The block of doubtful cells that is looked at. It changes by what the reader does and by nothing else: identities that are tried
 * again meanwhile take no cell away and put none in, so that nothing is accepted that was not on the screen.
 */
export function useSheet(view: DocumentView, reading: Reading, { send, undoLast }: Correcting) {
  const strokes = useRef<(readonly Found[])[]>([])
  const [turn, setTurn] = useState(0)
  const [wanted, setAt] = useState(0)
  const [now, setNow] = useState(0)
  const [isEditing, setEditing] = useState(false)
  const { said, say, forget, requestsOf } = useSaid(send, reading.byKey)
  const blocks = useMemo(() => {
    const gone = new Set(strokes.current.flat().map(keyOfFound))
    return doubtBlocks(reading, key => gone.has(key), innerWidth * innerHeight)
  }, [turn])
  const at = Math.max(0, Math.min(wanted, blocks.length - 1))
  const block = blocks[at] ?? []
  const loaded = usePictures(view.name, pagesOf(block), pagesOf(blocks.slice(at + 1, at + 1 + AHEAD).flat()))
  const isReady = block.length > 0 && pagesOf(block).every(page => loaded.has(page))
  const goTo = (to: number): void => {
    setTurn(before => before + 1)
    setAt(to)
    setNow(0)
    setEditing(false)
  }
  const accept = async (): Promise<void> => {
    if (!isReady) return
    const requests = requestsOf(block)
    strokes.current.push(block)
    forget(block)
    goTo(at)
    if (await send(requests)) return
    // What was not kept is doubtful again.
    strokes.current = strokes.current.filter(stroke => stroke !== block)
    goTo(0)
  }
  const undo = async (): Promise<void> => {
    await undoLast()
    strokes.current.pop()
    goTo(at)
  }
  const step = (by: number): void => setNow(before => Math.max(0, Math.min(before + by, block.length - 1)))
  return { block, at, count: blocks.length, now, isReady, isEditing, said, setNow, step, setEditing, goTo, say, accept, undo }
}

export type Sheet = ReturnType<typeof useSheet>
