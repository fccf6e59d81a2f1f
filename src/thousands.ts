import { MINUS } from './dashes.ts'

const SIGNS = `[${MINUS}(（¥￥]*`
/** A sign of money alone, a figure that ends with its point, or one of whose last thousands digits are missing: 300,000. or 810,360, or 14 475 60. */
const LACKING = new RegExp(
  String.raw`^[¥￥]$|^${SIGNS}[1-9](?:[\d,]*[.．]|\d{0,2}(?:(?:,\d{3})*,\d{0,2}|(?: \d{3})* \d{1,2}))$`,
)
/** Thousands set off by commas or spaces, each of three digits. */
const WHOLE = new RegExp(String.raw`^${SIGNS}\d{1,3}(?:(?:,\d{3})*|(?: \d{3})*)(?:[.．]\d+)?[^\d,]*$`)

/** Whether a figure by itself tells that digits of it are missing at its end. */
export const lacksDigits = (figure: string): boolean => LACKING.test(figure)

/** Whether the thousands of a figure that sets them off are complete. */
export const hasWholeThousands = (figure: string): boolean => WHOLE.test(figure)

/** A decimal number as text with its digits grouped, for people to read. */
export function groupedOf(decimal: string): string {
  const [whole = '', places] = decimal.replace('-', '').split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${decimal.startsWith('-') ? '−' : ''}${grouped}${places === undefined ? '' : `.${places}`}`
}
