import { sum } from './geometry.ts'

/** Text with digits of full width as ordinary ones. */
export const narrowDigits = (text: string): string => text.replace(/[０-９]/g, digit => digit.normalize('NFKC'))

/** Text with figures of full width, digits and the signs between them, as ordinary ones. */
export const narrow = (text: string): string => text.replace(/[０-９，．]/g, sign => sign.normalize('NFKC'))

/** Width of a text in characters: Chinese ones count twice. */
export const widthOf = (text: string): number => sum([...text].map(character => (character > '\u00FF' ? 2 : 1)))
