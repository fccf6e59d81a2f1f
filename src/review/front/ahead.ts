import { useEffect, useRef } from 'preact/hooks'
import type { Entry } from '../wire.ts'
import { pictureUrl } from './api.ts'
import { type Asked, routeOf } from './route.ts'

/** A pointer that rests so long on a link is about to press it; one that sweeps over a list is not. In milliseconds. */
const RESTS = 80

/** Pixels a point of the first picture of a page. */
export const COARSE = 2

/** Ask for the picture of a page before it is shown; settles when it has come, or does not come. */
export function askAhead(name: string, page: number): Promise<void> {
  const picture = new Image()
  return new Promise(settled => {
    picture.onload = picture.onerror = () => settled()
    picture.src = pictureUrl(name, page, COARSE)
  })
}

/** The page that a document will be opened at, as far as the archive tells it; null where only the document itself does. */
export function firstPage(entries: readonly Entry[], { name, page, finding, figure }: Asked): number | null {
  if (page !== null || figure !== null) return page
  const entry = entries.find(one => one.name === name)
  if (finding === null) return entry?.opens ?? null
  return entry?.claims.find(claim => claim.finding === finding)?.page ?? null
}

/** Asks for the first picture of a document as soon as a reader rests on a link to it, presses it or comes to it by the keyboard. */
export function useAhead(entries: readonly Entry[]): void {
  const known = useRef(entries)
  known.current = entries
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = ({ target, type }: Event): void => {
      clearTimeout(timer)
      const link = target instanceof Element ? target.closest('a[href^="#"]') : null
      const route = routeOf(link?.getAttribute('href') ?? '')
      const page = route.view === 'document' ? firstPage(known.current, route) : null
      if (route.view === 'document' && page !== null)
        timer = setTimeout(() => void askAhead(route.name, page), type === 'pointerover' ? RESTS : 0)
    }
    const EVENTS = ['pointerover', 'pointerdown', 'focusin']
    for (const event of EVENTS) addEventListener(event, rest)
    return () => {
      clearTimeout(timer)
      for (const event of EVENTS) removeEventListener(event, rest)
    }
  }, [])
}
