import type { TargetTest } from "#app/domain/plan/target.ts";
import { type Measured, showShare } from "#app/domain/targets/measure.ts";
import { useFormat } from "../language.tsx";

/** "84,97% < 85%": as many decimals as it takes to say truly how the share stands to what is asked. */
export function useShare(): (
  test: Pick<Extract<TargetTest, { kind: "share" }>, "comparator" | "basisPoints">,
  measured: Measured,
) => { readonly share: string; readonly sentence: string } | null {
  const format = useFormat();
  return (test, measured) => {
    const shown = showShare(test, measured);
    if (shown === null) return null;
    const { units, decimals, asked, sign } = shown;
    const idle = units % 10 ** decimals === 0;
    const share = `${format.number(units / 10 ** decimals, idle ? 0 : decimals)}%`;
    return { share, sentence: `${share} ${sign} ${format.percent(asked)}` };
  };
}
