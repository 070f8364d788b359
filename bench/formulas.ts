/**
 * The same job as formulas that a person would write: one a column, {r} for the row, {n} for the last
 * row of the sheet and {x} for the last row of "Xã". Doubles are rounded to ten decimals where a
 * threshold or a rank is decided, as the check sheet does.
 */
export const COMMUNE_FORMULAS: Readonly<Record<string, string>> = {
  // Ratio and points of DVCTT and of ĐDĐT, total (III.2.b).
  I: 'D{r}/E{r}',
  J: 'IF(ROUND(I{r},10)>=1,60,I{r}*60)',
  K: 'F{r}/G{r}',
  L: 'IF(ROUND(K{r},10)>=0.9,40,K{r}*40)',
  M: 'J{r}+L{r}',
  // The gate, what is ranked by, and dossiers per account for the ties.
  N: 'IF(ROUND(I{r},10)>=0.7,1,0)',
  O: 'ROUND(M{r},10)',
  P: 'ROUND(D{r}/H{r},10)',
  Q: 'IF(N{r}=1,1+COUNTIFS(N$2:N${n},1,O$2:O${n},">"&O{r})+COUNTIFS(N$2:N${n},1,O$2:O${n},O{r},P$2:P${n},"<"&P{r}),"")',
  // At most two of a district; the first seven that are left have a place (IV.2.b).
  R: 'IF(N{r}=1,COUNTIFS(C$2:C${n},C{r},N$2:N${n},1,Q$2:Q${n},"<"&Q{r}),"")',
  S: 'IF(AND(N{r}=1,R{r}<2),1,0)',
  T: 'IF(S{r}=1,IF(COUNTIFS(S$2:S${n},1,Q$2:Q${n},"<"&Q{r})<7,"Khen",""),"")',
};

export const DISTRICT_FORMULAS: Readonly<Record<string, string>> = {
  // Own ratio, mean of the communes', combined ratio and points (III.2.a).
  I: 'D{r}/E{r}',
  J: 'AVERAGEIFS(Xã!I$2:I${x},Xã!C$2:C${x},B{r})',
  K: '(I{r}+J{r})/2',
  L: 'IF(ROUND(K{r},10)>=0.9,60,K{r}*60)',
  M: 'F{r}/G{r}',
  N: 'IF(ROUND(M{r},10)>=0.8,40,M{r}*40)',
  O: 'L{r}+N{r}',
  P: 'ROUND(O{r},10)',
  Q: 'RANK(P{r},P$2:P${n})',
  // Does the district's total already hold its communes'?
  R: 'IF(E{r}>=SUMIFS(Xã!E$2:E${x},Xã!C$2:C${x},B{r}),"Kiểm tra","")',
};

/** The formula of a column for one row. */
export function formulaFor(
  template: string,
  row: number,
  last: number,
  lastCommune: number,
): string {
  return template
    .replaceAll('{r}', String(row))
    .replaceAll('{n}', String(last))
    .replaceAll('{x}', String(lastCommune));
}
