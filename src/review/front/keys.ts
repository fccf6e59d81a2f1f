import { useEvent } from './event.ts'

/** Where keys write or press instead of steering the room. */
const OWN_KEYS = 'input, textarea, select'
const PRESSED = 'button, a, summary'

/** Keys of the room by name, letters in lower case; not while a text is written, and Enter or the space bar on a button presses it. */
export function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  useEvent<KeyboardEvent>('keydown', event => {
    const target = event.target as Element
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest(OWN_KEYS)) return
    if ((event.key === 'Enter' || event.key === ' ') && target.closest(PRESSED)) return
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!action) return
    event.preventDefault()
    action()
  })
}
