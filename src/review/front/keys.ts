import { useEffect, useRef } from 'preact/hooks'

/** Where keys write or press instead of steering the room. */
const OWN_KEYS = 'input, textarea, select'
const PRESSED = 'button, a, summary'

/** Keys of the room by name, letters in lower case; not while a text is written, and Enter or the space bar on a button presses it. */
export function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as Element
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest(OWN_KEYS)) return
      if ((event.key === 'Enter' || event.key === ' ') && target.closest(PRESSED)) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const action = latest.current[key]
      if (!action) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
