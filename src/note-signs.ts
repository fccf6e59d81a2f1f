/** The marks of notes that stand behind what they are of, as the inside of a class of characters: raised digits, ①, ⑴ and ※. */
export const NOTE_SIGNS = '⁰¹²³⁴-⁹①-⑳⑴-⒇※'
