/** Hyphens, minus signs, dashes and the horizontal lines of Chinese and Japanese fonts, of any width. */
const DASHES = /^[-−–—―─﹣－]+$/

/** Whether a text is made of dashes alone: where a figure belongs, it says that there is none. */
export const isDashes = (text: string): boolean => DASHES.test(text)
