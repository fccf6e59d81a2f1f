import { useLayoutEffect, useRef } from 'preact/hooks'

/** Hears an event of the window as long as what asks for it is shown, from its first drawing on; `heard` is that of the last one. */
export function useEvent<T extends Event>(name: string, heard: (event: T) => void): void {
  const latest = useRef(heard)
  latest.current = heard
  useLayoutEffect(() => {
    const hear = (event: Event): void => latest.current(event as T)
    addEventListener(name, hear)
    return () => removeEventListener(name, hear)
  }, [])
}
