/** Hyphens, minus signs, dashes and the horizontal lines of Chinese and Japanese fonts, of any width. */
const DASHES = /^[-−–—―─﹣－]+$/

/** Signs that make the figure behind them a negative one, as they stand in a class of characters: minus signs of any width, and the triangles of bookkeeping. */
export const MINUS = '-−–－△▲'

/** Whether a text is made of dashes alone: where a figure belongs, it says that there is none. */
export const isDashes = (text: string): boolean => DASHES.test(text)
