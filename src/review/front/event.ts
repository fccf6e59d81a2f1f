import { useEffect, useRef } from 'preact/hooks'

/** Hears an event of the window as long as what asks for it is shown; `heard` is that of the last drawing. */
export function useEvent<T extends Event>(name: string, heard: (event: T) => void): void {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => {
    const hear = (event: Event): void => latest.current(event as T)
    addEventListener(name, hear)
    return () => removeEventListener(name, hear)
  }, [])
}
