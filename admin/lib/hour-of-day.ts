/** The hours of a day, 0 to 23. */
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** 7 -> "7:00" */
export const hourOfDay = (hour: number): string => `${hour}:00`
