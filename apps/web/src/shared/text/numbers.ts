const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export const count = (value: number): string => whole.format(value);
export const points = (value: number | string): string => fine.format(Number(value));
/** A percentage given as 0 to 100. */
export const percent = (value: number): string => `${fine.format(Math.round(value * 10) / 10)} %`;
/** A share given as 0 to 1. */
export const share = (value: number): string => percent(value * 100);
export const counted = (value: number, noun: string, many = `${noun}s`): string =>
  `${count(value)} ${value === 1 ? noun : many}`;
