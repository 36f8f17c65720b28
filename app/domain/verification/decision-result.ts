/** What became of one decision, as the screen says it. Sentences of refusals are formed where the language is known. */
export type DecisionResult<Refusal extends { readonly code: string }> =
  | {
      readonly claimId: string;
      readonly ok: true;
      /** Hundredths, net of this decision, for the claimant. */
      readonly points: number;
      /** What a cap or a repeat took off: counted of gross. */
      readonly capped: { readonly counted: number; readonly gross: number } | null;
      readonly isAdjustment: boolean;
    }
  | { readonly claimId: string; readonly ok: false; readonly refusal: Refusal };
