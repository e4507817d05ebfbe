/** An instant as the person's clock shows it: `2026-11-30 18:05:09`. `at` is in milliseconds or an ISO instant. */
export function localTime(at: number | string): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
