import type { Page } from '../page/page.ts'
import { contentOf, isMostlyGarbled } from '../page-content.ts'

/**
 * Why a page has to be read from its picture: `no-text`: it is a picture and nothing else (an invisible text layer over
 * the picture is never trusted, so it counts as none); `garbled`: its text layer gives wrong characters.
 */
export type Need = 'no-text' | 'garbled'

/** Why a page has to be read from its picture, or null when its text layer will do. */
export function needOf(page: Page): Need | null {
  if (contentOf(page) === 'scan') return 'no-text'
  return isMostlyGarbled({ garbled: page.garbled, glyphs: page.glyphs.length }) ? 'garbled' : null
}
