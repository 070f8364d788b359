const LETTER_CLAUSE = /^([IVX]+)\.(\d+)\.([a-zđ])$/;
const NUMBER_CLAUSE = /^([IVX]+)\.(\d+)$/;

/** "III.2.b" → "điểm b khoản 2 mục III Kế hoạch", as papers cite it. */
export function clause(id: string): string {
  const letter = LETTER_CLAUSE.exec(id);
  if (letter) return `điểm ${letter[3]} khoản ${letter[2]} mục ${letter[1]} Kế hoạch`;
  const number = NUMBER_CLAUSE.exec(id);
  if (number) return `khoản ${number[2]} mục ${number[1]} Kế hoạch`;
  return `mục ${id} Kế hoạch`;
}
