/** A body that issues papers, and who signs for it. */
export interface Issuer {
  /** The body above it, or, for a person, the body that he or she heads; empty for none. */
  readonly parentBody: string;
  readonly name: string;
  /** What follows "TTr-" in a paper's number. */
  readonly symbol: string;
  /** The post that stands above the signature, in capitals. */
  readonly signer: string;
  /** Null is a visible blank. */
  readonly signerName: string | null;
}

/** A text that a paper rests on, and while it holds: ISO dates, both included. */
export interface LegalBasis {
  readonly text: string;
  readonly from: string;
  /** Null: it still holds. */
  readonly until: string | null;
}

/** What the papers name. Dates are ISO dates; null is a visible blank. */
export interface Papers {
  readonly planNumber: string | null;
  readonly planDate: string | null;
  readonly periodStart: string | null;
  readonly round: 'interim' | 'final' | null;
  readonly dataAsOf: string | null;
  readonly dossierSource: string | null;
  readonly identitySource: string | null;
  /** The body above the issuer, and the issuer: the top left of every sheet. It scores (V.1.b). */
  readonly parentBody: string;
  readonly issuer: string;
  readonly place: string;
  /** Who signs on the right of a score table, and for the issuer's papers. */
  readonly signer: string;
  readonly signerName: string | null;
  /** What follows "TTr-" in the number of the issuer's papers. */
  readonly symbol: string;
  /** Whom the issuer proposes to, and who proposes to the chairman (V.2). */
  readonly board: Issuer;
  /** Who rewards (IV.2). */
  readonly chairman: Issuer;
  /** Who meets and decides; the plan names no such body. */
  readonly council: string;
  readonly chair: string | null;
  readonly secretary: string | null;
  /** The day that the papers bear. */
  readonly paperDate: string | null;
  readonly legalBases: readonly LegalBasis[];
  /** The name on the certificate: by a unit's code, else by level id, where {name} stands for the unit's full name. */
  readonly certificateNames: Readonly<Record<string, string>>;
}

/** What holds on a day, in the order given. */
export function basesOn(bases: readonly LegalBasis[], day: string): LegalBasis[] {
  return bases.filter(({ from, until }) => from <= day && (until === null || day <= until));
}
