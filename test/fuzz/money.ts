import type { Knobs } from './knobs.ts'

/** Hundredths of a unit as a table prints them: nothing and less than nothing in the ways of `knobs`. */
export function printedAmount(hundredths: number, knobs: Pick<Knobs, 'nil' | 'negative' | 'thousands'>): string {
  if (hundredths === 0) return knobs.nil
  const size = Math.abs(hundredths)
  const whole = `${Math.floor(size / 100)}`.replace(/\B(?=(\d{3})+$)/g, knobs.thousands)
  const digits = `${whole}.${`${size % 100}`.padStart(2, '0')}`
  if (hundredths > 0) return digits
  if (knobs.negative === '()') return `(${digits})`
  if (knobs.negative === '（）') return `（${digits}）`
  return `${knobs.negative === '–' ? '–' : '-'}${digits}`
}
