import type { RefObject } from 'preact'
import type { Sheet } from './doubt-stand.ts'
import { useKeys } from './keys.ts'

/** Keys that begin the figure which stands there: who types a digit need not say first that the reading is wrong. */
const TYPED = [...'0123456789.-']

/** A block that reaches further down than this, in pixels, has not been seen to its end. */
const UNSEEN = 8

/** The cell above or below another as they stand on the screen: of the next line the one nearest to it. */
function besideOf(room: HTMLElement, now: number, down: 1 | -1): number {
  const boxes = [...room.querySelectorAll('[data-cell]')].map(item => item.getBoundingClientRect())
  const own = boxes[now]
  if (!own) return now
  const beyond = boxes.flatMap(({ top, left }, at) => ((top - own.top) * down > 1 ? [{ at, top, left }] : []))
  const line = down > 0 ? Math.min(...beyond.map(({ top }) => top)) : Math.max(...beyond.map(({ top }) => top))
  const near = beyond
    .filter(({ top }) => top === line)
    .sort((a, b) => Math.abs(a.left - own.left) - Math.abs(b.left - own.left))
  return near[0]?.at ?? now
}

/** The keys of the sheet of doubtful cells: a whole block is right, or the odd one out is typed anew. */
export function useSheetKeys(sheet: Sheet, room: RefObject<HTMLElement | null>, leave: () => void): void {
  const { block, at, now, isReady, setNow, step, setEditing, goTo, say, accept, undo } = sheet
  const found = block[now]
  const type = (text: string): void => {
    if (!found) return
    say(found, { action: 'text', text })
    setEditing(true)
  }
  const unsure = (): void => {
    if (found) say(found, { action: 'uncertain', text: found.cell.text })
  }
  const upOrDown = (down: 1 | -1): void => {
    if (room.current) setNow(besideOf(room.current, now, down))
  }
  /** A block that is longer than the window is accepted once its end has been on the screen. */
  const acceptSeen = (): void => {
    const own = room.current
    if (isReady && own && own.scrollHeight - own.clientHeight - own.scrollTop > UNSEEN) own.scrollBy(0, own.clientHeight * 0.9)
    else void accept()
  }
  useKeys({
    ...Object.fromEntries(TYPED.map(digit => [digit, () => type(digit)])),
    Enter: acceptSeen,
    ' ': acceptSeen,
    e: () => setEditing(true),
    x: unsure,
    Delete: () => found && say(found, { action: 'text', text: '' }),
    Backspace: () => found && say(found, { action: 'text', text: '' }),
    Escape: () => found && say(found, null),
    u: () => void undo(),
    s: leave,
    PageDown: () => goTo(at + 1),
    PageUp: () => goTo(at - 1),
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => upOrDown(1),
    ArrowUp: () => upOrDown(-1),
  })
}
