/** What tells whether a line of a list has every word that was typed, in capitals or not, in any of its texts. */
export function searchOf(typed: string): (...texts: readonly (string | number | null | undefined)[]) => boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  // Nothing typed finds all: the texts of thousands of lines are not put together for it.
  if (words.length === 0) return () => true
  return (...texts) => {
    const text = texts.join(' ').toLowerCase()
    return words.every(word => text.includes(word))
  }
}

/** The order of names in Chinese. */
export const byPinyin = new Intl.Collator('zh').compare
