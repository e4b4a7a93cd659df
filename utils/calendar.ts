/** Calendar days as the user's own clock has them, written `2026-11-22`: later days compare greater. Pure but for the zone. */

/** @param at epoch ms */
export function dayOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
}

/** The day so many days later, or earlier: calendar days, of whatever length. */
export function addDays(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(new Date(year, month - 1, date + count).getTime());
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
