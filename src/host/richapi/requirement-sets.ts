export const REQUIREMENT_SETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
