/** D04: who sells in a village, and the four T of "Chợ số - Nông thôn số". */
export const MARKET_KINDS = ["market_stall", "shop", "cooperative"] as const;
export type MarketKind = (typeof MARKET_KINDS)[number];

/** Tiểu thương, Thương mại điện tử, Thanh toán không dùng tiền mặt, Tiết kiệm số. */
export const FOUR_T = ["trader", "e_commerce", "cashless", "savings"] as const;
export type FourT = (typeof FOUR_T)[number];

export interface MarketProof {
  readonly item: FourT;
  readonly isMet: boolean;
  /** When it was recorded; the latest word on an item holds. */
  readonly at: number;
}

/** What holds of a place today, in the order of the list. */
export function metItems(proofs: readonly MarketProof[]): FourT[] {
  return FOUR_T.filter((item) => {
    const said = proofs.filter((proof) => proof.item === item);
    const last = said.reduce<MarketProof | null>(
      (latest, proof) => (latest === null || proof.at >= latest.at ? proof : latest),
      null,
    );
    return last?.isMet === true;
  });
}

export interface MarketProgress {
  readonly places: number;
  readonly cashless: number;
  readonly online: number;
  /** With all four. */
  readonly complete: number;
}

export function marketProgress(places: readonly { readonly met: readonly FourT[] }[]): MarketProgress {
  const count = (holds: (met: readonly FourT[]) => boolean) => places.filter(({ met }) => holds(met)).length;
  return {
    places: places.length,
    cashless: count((met) => met.includes("cashless")),
    online: count((met) => met.includes("e_commerce")),
    complete: count((met) => met.length === FOUR_T.length),
  };
}

/** D06: a model is tried in one place before others take it over. */
export const MODEL_STATES = ["pilot", "replicated", "ended"] as const;
export type ModelState = (typeof MODEL_STATES)[number];
